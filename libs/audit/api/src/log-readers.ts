import type { MemberActor } from '@smartpar/access/model';

/** Knows who may read the log at this moment. */
export abstract class LogReaders {
  /** @returns whether a member who could read the log a while ago still may */
  abstract mayStillRead(actor: MemberActor): Promise<boolean>;
}
