/** As what somebody works in an organization: employed there, working there under a contract of their own or of another firm, or acting for it. */
export const WORKER_TYPES = ['employee', 'contractor', 'agent'] as const;

/** As what somebody works in an organization. */
export type WorkerType = (typeof WORKER_TYPES)[number];

/** Tells whether somebody's work here may have a last day: employees stay until somebody lets them go. */
export const mayHaveLastDay = (type: WorkerType): boolean => type !== 'employee';
