import { Injectable } from '@nestjs/common';
import { Abilities, allowedOr404 } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { Database } from '@smartpar/platform/database';
import { mailOutcomes } from '@smartpar/platform/mail';
import type { RequestMails } from '@smartpar/requests/model';
import { personMails } from './mails/all-mails';
import { RequestRepository } from './request.repository';

const TO_PERSON: ReadonlySet<string> = new Set(personMails.map(({ name }) => name));

/** What became of the mails to the person: whether they got through, never what they are about or where they went. */
@Injectable()
export class MailFate {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly requests: RequestRepository,
  ) {}

  /** Newest first. @throws {DomainError} not_found */
  run(actor: MemberActor, requestId: string): Promise<RequestMails> {
    return this.database.tenant(actor, async (tx) => {
      const [request, outcomes] = await Promise.all([this.requests.find(tx, requestId), mailOutcomes(tx, tx.organizationId, requestId)]);
      allowedOr404(this.abilities.of(actor), 'read', 'privacy-request', request);
      const mails = outcomes.filter(({ template }) => TO_PERSON.has(template));
      return { items: mails.toReversed().map(({ at, state }) => ({ at: at.toISOString(), state: state === 'sending' ? 'queued' : state })) };
    });
  }
}
