import { Injectable } from '@nestjs/common';
import { systemActor } from '@smartpar/access/model';
import { newId, Temporal } from '@smartpar/kernel';
import { domainOf } from '@smartpar/platform/contract';
import { Database, toInstant, type Transaction } from '@smartpar/platform/database';
import { LinkTokens } from '@smartpar/platform/http';
import { planWork } from '@smartpar/platform/jobs';
import {
  badLink,
  choiceNeeded,
  type ConfirmationPreview,
  linkExpired,
  linkUsed,
  newReference,
  platformPromise,
  type QuestionReceipt,
  type Route,
  type RouteDecision,
} from '@smartpar/requests/model';
import { CONFIRM_DAYS, sendConfirmation } from './ask-question';
import { CONFIRM_PURPOSE, FOLLOW_PURPOSE } from './mails/request-mail';
import { Administrators, type SiteToChoose } from './ports/administrators';
import { RouteOfQuestion } from './route-of-question';
import { toDate } from './settle';
import { TAKE_OVER_WORK, TakeOverQuestion } from './take-over-question';
import { type QuestionPart, type UnconfirmedQuestion, UnconfirmedQuestionRepository } from './unconfirmed-question.repository';

/** After how long a part that was not opened at once is opened by whoever works through what is due. */
const SECOND_TRY = { minutes: 2 } as const;

/** What the person chose, where they were asked. */
export interface Chosen {
  readonly organizationId: string | null;
  readonly siteId: string | null;
}

interface OpenedLink {
  readonly question: UnconfirmedQuestion;
  readonly state: ConfirmationPreview['state'];
}

interface Confirmed {
  readonly parts: readonly QuestionPart[];
  readonly names: readonly (string | null)[];
  readonly askedAt: Date;
}

/** What a confirmation link does: shown without spending it, spent by pressing the button, and made afresh when it is too old. */
@Injectable()
export class ConfirmQuestion {
  constructor(
    private readonly database: Database,
    private readonly tokens: LinkTokens,
    private readonly questions: UnconfirmedQuestionRepository,
    private readonly routes: RouteOfQuestion,
    private readonly takeOver: TakeOverQuestion,
    private readonly administrators: Administrators,
  ) {}

  /** What the link would do. @throws {DomainError} link.unreadable */
  async preview(token: string): Promise<ConfirmationPreview> {
    const { question, state, decision } = await this.look(token, null);
    return {
      state,
      askedAt: question.askedAt.toISOString(),
      confirmBefore: question.confirmBefore.toISOString(),
      doneAt: question.confirmedAt?.toISOString() ?? null,
      text: state === 'done' ? null : question.text,
      choices: decision?.kind === 'choice' ? decision.choices.map(({ organizationId, name }) => ({ organizationId, name })) : [],
      sites: await this.sitesOf(question, decision),
    };
  }

  /**
   * Hands the question over to whoever answers it. The clock has been running since it was asked.
   * @param chosen the organization and the site the person chose, where they were asked
   * @throws {DomainError} link.unreadable, link.used, link.expired, question.choice_needed
   */
  async confirm(token: string, chosen: Chosen): Promise<QuestionReceipt> {
    const { question, decision } = await this.look(token, chosen.organizationId);
    const sites = await this.sitesOf(question, decision);
    const site = sites.find(({ siteId }) => siteId === chosen.siteId) ?? null;
    if (sites.length > 0 && site === null && chosen.organizationId === null) throw choiceNeeded();
    const { parts, names, askedAt } = await this.database.global((tx) => this.spend(tx, token, { ...chosen, siteId: site?.siteId ?? null }));
    const receipts: QuestionReceipt['parts'] = [];
    for (const [index, { organizationId, requestId, reference }] of parts.entries()) {
      const promisedOn = await this.database.tenant(systemActor(organizationId, 'intake'), (tx) => this.takeOver.run(tx, requestId));
      receipts.push({
        reference,
        organization: names[index] ?? null,
        followToken: this.tokens.make(FOLLOW_PURPOSE, [requestId]),
        promisedOn: promisedOn ?? platformPromise(toInstant(askedAt)).toString(),
      });
    }
    return { parts: receipts, askedAt: askedAt.toISOString() };
  }

  /**
   * Sends a fresh link where the old one has expired; one that still works is enough.
   * @returns until when there is a link that works
   * @throws {DomainError} link.unreadable, link.used
   */
  renew(token: string): Promise<Date> {
    return this.database.global(async (tx) => {
      const { question, state } = await this.open(tx, token, 'change');
      if (state === 'done') throw linkUsed();
      if (toInstant(question.confirmBefore).epochMilliseconds > tx.at.epochMilliseconds) return question.confirmBefore;
      const renewed = { ...question, generation: question.generation + 1, confirmBefore: toDate(tx.at.add({ hours: CONFIRM_DAYS * 24 })) };
      await this.questions.renew(tx, renewed, {
        action: 'question.renewed',
        target: { noun: 'question', id: question.id },
        facts: { generation: renewed.generation },
      });
      await sendConfirmation(tx, renewed);
      return renewed.confirmBefore;
    });
  }

  /** What would be decided now, without spending anything. */
  private look(token: string, chosen: string | null): Promise<OpenedLink & { readonly decision: RouteDecision | null }> {
    return this.database.global(async (tx) => {
      const opened = await this.open(tx, token, 'look');
      return { ...opened, decision: opened.state === 'waiting' ? await this.routes.decide(tx, opened.question, chosen) : null };
    });
  }

  /**
   * The sites to choose from, of the organization whose domain it is: asked only of whoever proved the address, who may know that organization, and not
   * of members, whose site is known.
   */
  private async sitesOf(question: UnconfirmedQuestion, decision: RouteDecision | null): Promise<SiteToChoose[]> {
    const [route] = decision?.kind === 'decided' && decision.nameable ? decision.routes : [];
    if (route === undefined || route.part === 'smartpar' || route.memberId !== null) return [];
    const sites = await this.database.tenant(systemActor(route.organizationId, 'intake'), (own) =>
      this.administrators.sitesOfDomain(own, domainOf(question.identifier)),
    );
    return sites.length > 1 ? [...sites] : [];
  }

  private async spend(tx: Transaction, token: string, chosen: Chosen): Promise<Confirmed> {
    const { question, state } = await this.open(tx, token, 'change');
    if (state === 'done') throw linkUsed();
    if (state === 'expired') throw linkExpired();
    const decision = await this.routes.decide(tx, question, chosen.organizationId);
    if (decision.kind === 'choice') throw choiceNeeded();
    const parts = partsOf(decision.routes, chosen.siteId);
    const dueAt = tx.at.add(SECOND_TRY);
    await this.questions.confirm(tx, question.id, parts, {
      action: 'question.confirmed',
      target: { noun: 'question', id: question.id },
      facts: { parts: parts.length },
    });
    await Promise.all(parts.map(({ organizationId, requestId }) => planWork(tx, { organizationId, kind: TAKE_OVER_WORK, subjectId: requestId, dueAt })));
    return { parts, names: decision.routes.map(({ name }) => (decision.nameable ? name : null)), askedAt: question.askedAt };
  }

  private async open(tx: Transaction, token: string, purpose: 'look' | 'change'): Promise<OpenedLink> {
    const [id, generation] = this.tokens.open(CONFIRM_PURPOSE, token) ?? [];
    if (id === undefined || generation === undefined) throw badLink();
    const question = await (purpose === 'look' ? this.questions.find(tx, id) : this.questions.lock(tx, id));
    if (question === null) throw badLink();
    return { question, state: stateOf(question, Number(generation), tx.at) };
  }
}

function stateOf({ confirmedAt, confirmBefore, generation: latest }: UnconfirmedQuestion, generation: number, now: Temporal.Instant): OpenedLink['state'] {
  if (confirmedAt !== null) return 'done';
  return generation < latest || Temporal.Instant.compare(toInstant(confirmBefore), now) <= 0 ? 'expired' : 'waiting';
}

/** Each part gets its own reference; the second one names the first, so that those who answer know of each other. */
function partsOf(routes: readonly Route[], siteId: string | null): readonly QuestionPart[] {
  const references = routes.map(() => newReference());
  return routes.map(({ organizationId, memberId, part }, index) => ({
    ...{ organizationId, memberId, part },
    siteId: part === 'smartpar' ? null : siteId,
    requestId: newId(),
    reference: references[index] ?? newReference(),
    partOf: index === 0 ? null : (references[0] ?? null),
  }));
}
