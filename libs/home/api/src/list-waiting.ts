import { Injectable } from '@nestjs/common';
import type { MemberActor } from '@smartpar/access/model';
import { bySoonest, MOST_WAITING, type WaitingList } from '@smartpar/home/model';
import { Database } from '@smartpar/platform/database';
import { WaitingSources } from './waiting-sources';

/** Everything that waits for a member, from wherever it waits, soonest clock first. */
@Injectable()
export class ListWaiting {
  constructor(
    private readonly database: Database,
    private readonly sources: WaitingSources,
  ) {}

  /** Reads every source in one transaction; each gives one more than is shown, so that a longer list is known as such. */
  async run(actor: MemberActor): Promise<WaitingList> {
    const found = await this.database.tenant(actor, (tx) => this.sources.within(tx, actor, MOST_WAITING + 1));
    return { items: found.toSorted(bySoonest).slice(0, MOST_WAITING), more: found.length > MOST_WAITING };
  }
}
