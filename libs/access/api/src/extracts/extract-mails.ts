import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@smartpar/platform/database';
import { enqueueMails, type MailTemplate } from '@smartpar/platform/mail';
import { GrantPeople } from '../grants/grant-people';
import type { Reachable } from '../holders/ability-holders';
import type { ExtractRow } from './extract-row';
import {
  askedExtractMail,
  type ExtractMailFacts,
  lapsedExtractMail,
  raisedLimitMail,
  readyExtractMail,
  refusedExtractMail,
  stoppedExtractMail,
} from './mails/extract.mail';

const MAILS = {
  refused: refusedExtractMail,
  lapsed: lapsedExtractMail,
  ready: readyExtractMail,
  stopped: stoppedExtractMail,
} as const satisfies Readonly<Record<string, MailTemplate<ExtractMailFacts>>>;

/** Tells those concerned what becomes of an extract, in the transaction that makes it happen. */
@Injectable()
export class ExtractMails {
  constructor(private readonly people: GrantPeople) {}

  /** Tells those who could agree that something waits for them. */
  async tellDeciders(tx: TenantTransaction, { id, hours }: AskedExtract, deciders: readonly Reachable[]): Promise<void> {
    await this.send(tx, askedExtractMail, { ...(await this.facts(tx, id)), hours }, deciders);
  }

  /** Tells whoever asked what became of it. */
  async tellAsker(tx: TenantTransaction, { id, requestedBy }: ExtractRow, became: keyof typeof MAILS): Promise<void> {
    await this.send(tx, MAILS[became], await this.facts(tx, id), await this.people.reachable(tx, [requestedBy]));
  }

  /** Tells those who could agree that fewer things will wait for them. */
  async tellRaised(tx: TenantTransaction, told: readonly Reachable[]): Promise<void> {
    const { organizationId } = tx;
    const facts = { organizationId, organization: await this.people.organizationName(tx) };
    await enqueueMails(
      tx,
      raisedLimitMail,
      told.map(({ email, locale }) => ({ to: email, locale, facts, organizationId, subjectId: organizationId })),
    );
  }

  private async send<F extends ExtractMailFacts>(tx: TenantTransaction, mail: MailTemplate<F>, facts: F, told: readonly Reachable[]): Promise<void> {
    await enqueueMails(
      tx,
      mail,
      told.map(({ email, locale }) => ({ to: email, locale, facts, organizationId: tx.organizationId, subjectId: facts.extractId })),
    );
  }

  private async facts(tx: TenantTransaction, extractId: string): Promise<ExtractMailFacts> {
    return { organizationId: tx.organizationId, extractId, organization: await this.people.organizationName(tx) };
  }
}

/** An extract that waits, and the hours until silence refuses it. */
interface AskedExtract {
  readonly id: string;
  readonly hours: number;
}
