import { systemActor } from '@smartpar/access/model';
import type { Time } from '@smartpar/kernel';
import { type Database, toInstant } from '@smartpar/platform/database';
import type { WorkKind } from './due-work';

/** How many plans one round looks at. */
const ROUND_SIZE = 200;

/** After a failure, the plan waits so many minutes before it is tried again. */
const RETRY_MINUTES = 5;

interface PlanRow {
  readonly id: string;
  readonly organization_id: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly due_at: Date;
}

/** Performs what has fallen due, in any number of processes at once. */
export class PerformDueWork {
  private readonly kinds: ReadonlyMap<string, WorkKind>;
  private stopping = false;

  /** @param onFailure told of a plan that failed; it is tried again later */
  constructor(
    private readonly database: Database,
    private readonly time: Time,
    kinds: readonly WorkKind[],
    private readonly onFailure: (kind: string, error: unknown) => void,
  ) {
    this.kinds = new Map(kinds.map((kind) => [kind.kind, kind]));
  }

  /**
   * Performs everything due by now, soonest first, and what that makes due at once: work of many steps takes turns with all other.
   * @returns how many plans were performed
   */
  async run(): Promise<number> {
    let performed = 0;
    for (;;) {
      const done = await this.performAll(await this.due());
      performed += done;
      if (done === 0 || this.stopping) return performed;
    }
  }

  /** Lets `run` end after the plan that is being performed; the others stay due. */
  stop(): void {
    this.stopping = true;
  }

  private due(): Promise<PlanRow[]> {
    return this.database.global((tx) =>
      tx.query<PlanRow>(
        `select id, organization_id, kind, subject_id, due_at from due_work
         where due_at <= $1 and kind = any($2) order by due_at, id limit ${ROUND_SIZE}`,
        [this.time.now().toString(), [...this.kinds.keys()]],
      ),
    );
  }

  private async performAll(plans: readonly PlanRow[]): Promise<number> {
    let performed = 0;
    for (const plan of plans) {
      if (this.stopping) break;
      try {
        if (await this.perform(plan)) performed += 1;
      } catch (error) {
        this.onFailure(plan.kind, error);
        await this.postpone(plan.id);
      }
    }
    return performed;
  }

  /** Spends the plan and does its work in one transaction; another process that was faster has spent it already. */
  private perform(plan: PlanRow): Promise<boolean> {
    const kind = this.kinds.get(plan.kind);
    if (!kind) return Promise.resolve(false);
    return this.database.tenant(systemActor(plan.organization_id, plan.kind), async (tx) => {
      const spent = await tx.query(`delete from due_work where id = (select id from due_work where id = $1 for update skip locked) returning id`, [plan.id]);
      if (spent.length === 0) return false;
      await kind.perform(tx, { subjectId: plan.subject_id, dueAt: toInstant(plan.due_at) });
      return true;
    });
  }

  private async postpone(id: string): Promise<void> {
    const later = this.time.now().add({ minutes: RETRY_MINUTES }).toString();
    await this.database.global((tx) => tx.query(`update due_work set due_at = $2 where id = $1`, [id, later]));
  }
}
