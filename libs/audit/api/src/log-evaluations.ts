import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntryQuery } from '@smartpar/audit/model';

/** Which entries somebody asks the log for, as far as it matters whether that is about one person. */
export type LogWish = Pick<AuditEntryQuery, 'actorId' | 'actorKind'>;

/** Is asked before the log is read, since reading what one person did is an evaluation of worker data. */
export abstract class LogEvaluations {
  /** @throws {DomainError} `evaluation.off` where that is not allowed here now */
  abstract before(actor: MemberActor, wish: LogWish): Promise<void>;
}
