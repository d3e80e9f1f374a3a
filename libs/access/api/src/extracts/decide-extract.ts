import { Injectable } from '@nestjs/common';
import { type ExtractAct, inWhosePlace, mayNotDecide, type MemberActor, type RefusingExtract } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { AbilityHolders } from '../holders/ability-holders';
import { DECIDE } from './choose-people';
import { type ExtractDeed, ExtractDesk } from './extract-desk';
import { ExtractMails } from './extract-mails';
import { dropPlans, EXTRACT_WORK, planExtract } from './extract-plans';
import { obstacleFor, toDecide } from './extract-row';
import { ExtractRepository } from './extract.repository';

/** Another person than whoever asked says whether the data of many people is taken out. */
@Injectable()
export class DecideExtract {
  constructor(
    private readonly desk: ExtractDesk,
    private readonly holders: AbilityHolders,
    private readonly extracts: ExtractRepository,
    private readonly mails: ExtractMails,
  ) {}

  /** Agrees: it is written from now on. @throws {DomainError} `not_found`, `decision.*` */
  approve(actor: MemberActor, extractId: string, key: string): Promise<ExtractAct> {
    return this.desk.act(actor, { extractId, action: 'decide', operation: 'extract.approve', key, content: {} }, async (deed) => {
      const { tx, extract } = deed;
      const inPlaceOf = await this.rightOf(deed);
      const facts = { requestedBy: extract.requestedBy, inPlaceOf, people: extract.people };
      await dropPlans(tx, extractId);
      await this.extracts.decide(
        tx,
        extractId,
        { state: 'running', by: actor.memberId, inPlaceOf, words: null },
        { action: 'extract.approved', target: { noun: 'extract', id: extractId }, facts },
      );
      await planExtract(tx, EXTRACT_WORK.write, extractId);
    });
  }

  /** Refuses it, with a reason. @throws {DomainError} `not_found`, `decision.*` */
  refuse(actor: MemberActor, extractId: string, { reason }: RefusingExtract, key: string): Promise<ExtractAct> {
    return this.desk.act(actor, { extractId, action: 'decide', operation: 'extract.refuse', key, content: { reason } }, async (deed) => {
      const { tx, extract } = deed;
      const inPlaceOf = await this.rightOf(deed);
      const words = { text: reason, salt: newSalt() };
      const facts = { requestedBy: extract.requestedBy, inPlaceOf, words: saltedHash(words.text, words.salt) };
      await dropPlans(tx, extractId);
      await this.extracts.decide(
        tx,
        extractId,
        { state: 'refused', by: actor.memberId, inPlaceOf, words },
        { action: 'extract.refused', target: { noun: 'extract', id: extractId }, facts },
      );
      await this.mails.tellAsker(tx, extract, 'refused');
    });
  }

  /** @returns for whom whoever decides stands in; `null` where the right is their own. @throws {DomainError} `decision.*` */
  private async rightOf({ tx, actor, extract }: ExtractDeed): Promise<string | null> {
    const rights = await this.holders.rights(tx, DECIDE);
    const obstacle = obstacleFor(extract, actor.memberId, rights, tx.at);
    if (obstacle !== null) throw mayNotDecide(obstacle);
    return inWhosePlace(toDecide(extract), actor.memberId, rights);
  }
}
