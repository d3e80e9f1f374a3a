import { Injectable } from '@nestjs/common';
import { type ExtractAct, extractStateForbids, type MemberActor } from '@smartpar/access/model';
import { type ExtractDeed, ExtractDesk } from './extract-desk';
import { dropPlans } from './extract-plans';
import { standingOf } from './extract-row';
import { ExtractRepository } from './extract.repository';

/** Whoever asked for an extract takes the request back, stops what is being written, or destroys the file before its time. */
@Injectable()
export class EndExtract {
  constructor(
    private readonly desk: ExtractDesk,
    private readonly extracts: ExtractRepository,
  ) {}

  /** @throws {DomainError} `not_found`, `extract.state_forbids` */
  run(actor: MemberActor, extractId: string, key: string): Promise<ExtractAct> {
    return this.desk.act(actor, { extractId, action: 'use', operation: 'extract.end', key, content: {} }, (deed) => this.end(deed));
  }

  private async end({ tx, extract }: ExtractDeed): Promise<void> {
    const { id, stored } = extract;
    const target = { noun: 'extract', id };
    const standing = standingOf(extract, tx.at);
    if (!['requested', 'running', 'ready', 'stopped'].includes(standing)) throw extractStateForbids();
    await dropPlans(tx, id);
    if (standing === 'requested') return this.extracts.close(tx, id, 'withdrawn', { action: 'extract.withdrawn', target, facts: {} });
    if (standing === 'running') {
      await this.extracts.finish(
        tx,
        id,
        { stop: 'taken-back', expiresAt: tx.at },
        { action: 'extract.stopped', target, facts: { stop: 'taken-back', people: stored } },
      );
    }
    await this.extracts.destroy(tx, id, { action: 'extract.destroyed', target, facts: { people: stored } });
  }
}
