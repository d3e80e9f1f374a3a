/** Work that is done again and again, in one process at a time. */
export interface PeriodicJob {
  /** slice and job: `oversight.fold-figures` */
  readonly name: string;
  /** five-field cron expression, in UTC */
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/** Declares work that is done again and again. */
export const definePeriodic = (name: string, cron: string, run: () => Promise<void>): PeriodicJob => ({ name, cron, run });
