import type { EntryChallenge } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A complaint about a look. */
export interface NewComplaint {
  /** made beforehand, so that it is opened once */
  readonly requestId: string;
  /** who complains */
  readonly memberId: string;
  /** about whom, and whom it never reaches; `null` where they are no member here */
  readonly aboutMemberId: string | null;
  readonly entry: { readonly id: string; readonly at: Date };
  readonly words: string;
}

/** Takes complaints in, as privacy requests. */
export abstract class Complaints {
  /** Opens one in the transaction that ties it to the look. */
  abstract open(tx: TenantTransaction, complaint: NewComplaint): Promise<EntryChallenge>;
}
