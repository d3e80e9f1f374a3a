import { Injectable } from '@nestjs/common';
import { type MemberActor, systemActor } from '@smartpar/access/model';
import { newSalt, saltedHash } from '@smartpar/audit/api';
import { notFound, type Page } from '@smartpar/kernel';
import { caseDecided, type CaseDecisionGiven, type DomainCase, type DomainCasesQuery, isDecisionOf } from '@smartpar/organizations/model';
import type { Locale } from '@smartpar/platform/contract';
import { cursorOf, Database, keyset, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { planWork } from '@smartpar/platform/jobs';
import { enqueueMails } from '@smartpar/platform/mail';
import { CASE_COLUMNS, type CaseRow, DomainCaseRepository, type NewCase } from './domain-case.repository';
import { caseOpenedMail } from './dispute.mail';
import { CARRY_OUT_WORK } from './work-kinds';

const OPERATION = 'domain-case.decide';

/** Whoever decides; members are looked up one by one. */
const DECIDERS = `
  select p.email, p.locale from member_roles r
  cross join lateral (select m.email, m.locale, m.status, m.number from members m where m.organization_id = $1 and m.id = r.member_id offset 0) p
  where r.organization_id = $1 and r.role = 'privacy-counsel' and p.status = 'active' order by p.number`;

interface NamedCase extends CaseRow {
  readonly decided: boolean;
  readonly claimant: string | null;
  readonly holder: string;
}

/** What SmartPAR's staff see and decide about domains: who disputes which, and why; nobody's address. */
@Injectable()
export class DomainCases {
  constructor(
    private readonly database: Database,
    private readonly cases: DomainCaseRepository,
  ) {}

  /** SmartPAR's own organization. @throws Error before the installation has been set up */
  async workforce(): Promise<string> {
    const installation = await this.database.installation();
    if (installation === null) throw new Error('The installation has not been set up: there is nobody to decide.');
    return installation.workforceOrganizationId;
  }

  /** What is to be known of a case, from within another organization that it concerns. */
  async lookUp(caseId: string): Promise<CaseRow | null> {
    const workforce = await this.workforce();
    return this.database.tenant(systemActor(workforce, 'organizations.look-up-case'), (tx) => this.cases.find(tx, caseId));
  }

  /** Opens a case and tells whoever decides. @param tx of the workforce @returns whether it was new */
  async open(tx: TenantTransaction, wanted: Omit<NewCase, 'salt'>): Promise<boolean> {
    const salt = newSalt();
    const facts = { kind: wanted.kind, words: saltedHash(wanted.words, salt) };
    const opened = await this.cases.open(tx, { ...wanted, salt }, { action: 'domain-case.opened', target: { noun: 'domain-case', id: wanted.id }, facts });
    if (!opened) return false;
    const readers = await tx.query<{ email: string; locale: Locale }>(DECIDERS, [tx.organizationId]);
    const mail = { facts: { domain: wanted.domain, kind: wanted.kind }, organizationId: tx.organizationId, subjectId: wanted.id };
    await enqueueMails(
      tx,
      caseOpenedMail,
      readers.map(({ email, locale }) => ({ to: email, locale, ...mail })),
    );
    return true;
  }

  /** Open ones first, oldest first. @throws {DomainError} `page.cursor_invalid` */
  list(actor: MemberActor, { size, after }: DomainCasesQuery): Promise<Page<DomainCase>> {
    const page = keyset({
      columns: [
        { sql: '(c.decision is not null)::integer', direction: 'asc', type: 'integer' },
        { sql: 'c.opened_at', direction: 'asc', type: 'timestamptz' },
        { sql: 'c.id', direction: 'asc', type: 'uuid' },
      ],
      after,
      startParam: 3,
    });
    return this.database.tenant(actor, async (tx) => {
      const rows = await tx.query<NamedCase>(
        `select ${CASE_COLUMNS}, c.decision is not null as decided, f.name as claimant, h.name as holder from domain_cases c
         join organization_figures h on h.organization_id = c.holder_organization_id
         left join organization_figures f on f.organization_id = c.claimant_organization_id
         where c.organization_id = $1 and ${page.where} order by ${page.orderBy} limit $2::integer + 1`,
        [tx.organizationId, size, ...page.values],
      );
      const items = rows.slice(0, size);
      const last = items.at(-1);
      const next = rows.length > size && last !== undefined ? cursorOf([last.decided ? 1 : 0, last.openedAt, last.id]) : null;
      return { items: items.map(present), next };
    });
  }

  /**
   * Decides a case; what follows happens in the organizations it concerns, planned in the same transaction.
   * @param key the act's idempotency key
   * @throws {DomainError} `not_found`, `domain_case.decided`
   */
  decide(actor: MemberActor, caseId: string, given: CaseDecisionGiven, key: string): Promise<void> {
    return this.database.tenant(actor, async (tx) => {
      const attempt = { key, operation: OPERATION, fingerprint: fingerprintOf(OPERATION, caseId, given) };
      if ((await once(tx, attempt, { id: caseId })).replayed) return;
      const known = await this.cases.find(tx, caseId);
      if (known === null || !isDecisionOf(known.kind, given.decision)) throw notFound();
      const facts = { decision: given.decision, reason: saltedHash(given.reason, newSalt()) };
      const entry = { action: 'domain-case.decided', target: { noun: 'domain-case', id: caseId }, facts };
      if (!(await this.cases.decide(tx, caseId, given, entry))) throw caseDecided();
      const { claimantOrganizationId, holderOrganizationId } = known;
      for (const organizationId of [holderOrganizationId, ...(claimantOrganizationId === null ? [] : [claimantOrganizationId])])
        await planWork(tx, { organizationId, kind: CARRY_OUT_WORK, subjectId: caseId, dueAt: tx.at });
    });
  }
}

const present = ({ id, kind, domain, claimant, holder, words, openedAt, decision, reason, decidedAt }: NamedCase): DomainCase => ({
  ...{ id, kind, domain, claimant, holder, words, decision, reason },
  openedAt: openedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});
