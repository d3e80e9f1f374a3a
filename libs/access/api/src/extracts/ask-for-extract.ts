import { Injectable } from '@nestjs/common';
import {
  type AskingForExtract,
  type ExtractAct,
  extractOfNobody,
  extractTooLarge,
  type MemberActor,
  nobodyDecides,
  undertakingUnsigned,
} from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { newId, notFound } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { hasSigned } from '../undertaking/signed-undertaking';
import { isKeptAway } from '../violations/stopped-access';
import { ChoosePeople, type Chosen } from './choose-people';
import { ExtractDesk } from './extract-desk';
import { ExtractMails } from './extract-mails';
import { EXTRACT_WORK, planExtract } from './extract-plans';
import { ExtractRepository, type NewExtract } from './extract.repository';

/** Somebody takes out the data of many people: at once where they are few, else once somebody else agrees. */
@Injectable()
export class AskForExtract {
  constructor(
    private readonly desk: ExtractDesk,
    private readonly choosing: ChoosePeople,
    private readonly extracts: ExtractRepository,
    private readonly mails: ExtractMails,
  ) {}

  /**
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `undertaking.unsigned`, `extract.nobody`, `extract.too_many`, `grant.nobody_decides`
   */
  run(actor: MemberActor, wish: AskingForExtract, key: string): Promise<ExtractAct> {
    const id = newId();
    return this.desk.make(actor, { id, operation: 'extract.ask', key, content: wish }, (tx) => this.ask(tx, actor, wish, id));
  }

  private async ask(tx: TenantTransaction, actor: MemberActor, wish: AskingForExtract, id: string): Promise<void> {
    await this.extracts.holdAsker(tx, actor.memberId);
    const { categories, purpose, whom } = wish;
    const [signed, keptAway, chosen] = await Promise.all([
      hasSigned(tx, actor.memberId),
      isKeptAway(tx, actor.memberId),
      this.choosing.choose(tx, actor, { categories, purpose, whom }),
    ]);
    if (keptAway) throw notFound();
    if (!signed) throw undertakingUnsigned();
    requireMakable(chosen);
    const { together, hours, deciders, memberIds, exempt } = chosen;
    const lapsesAt = together ? tx.at.add({ hours }) : null;
    const extract: NewExtract = { id, by: actor, whom, categories, purpose, ...told(wish), memberIds, exempt, lapsesAt };
    await this.extracts.add(tx, extract, entryOf(extract));
    if (lapsesAt === null) return planExtract(tx, EXTRACT_WORK.write, id);
    await planExtract(tx, EXTRACT_WORK.lapse, id, lapsesAt);
    await this.mails.tellDeciders(tx, { id, hours }, deciders);
  }
}

function requireMakable({ memberIds, tooMany, together, deciders }: Chosen): void {
  if (tooMany) throw extractTooLarge();
  if (memberIds.length === 0) throw extractOfNobody();
  if (together && deciders.length === 0) throw nobodyDecides();
}

const told = ({ reason }: AskingForExtract): Pick<NewExtract, 'template' | 'words'> =>
  'template' in reason ? { template: reason.template, words: null } : { template: null, words: { text: reason.words, salt: newSalt() } };

/** What the log says: how many, what and what for; never who is in it. */
const entryOf = ({ id, memberIds, exempt, categories, purpose, template, words, lapsesAt, whom }: NewExtract) => ({
  action: lapsesAt === null ? 'extract.begun' : 'extract.requested',
  target: { noun: 'extract', id },
  facts: {
    people: memberIds.length,
    exempt: exempt.people,
    chosenBy:
      whom.kind === 'members'
        ? 'members'
        : Object.keys(whom)
            .filter((name) => name !== 'kind')
            .join(' '),
    categories: categories.join(' '),
    purpose,
    reason: template,
    words: words && saltedHash(words.text, words.salt),
  },
});
