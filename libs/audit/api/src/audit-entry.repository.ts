import { Injectable } from '@nestjs/common';
import type { Role } from '@smartpar/access/model';
import type { AuditActorKind, AuditEntryQuery, AuditFact } from '@smartpar/audit/model';
import { type Page, pageOfRows, Temporal } from '@smartpar/kernel';
import { Database, keyset } from '@smartpar/platform/database';
import { firstIdSince } from './entry-id';

/** An entry as it is read back. */
export interface StoredEntry {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: AuditActorKind;
  readonly actorId: string | null;
  readonly actorRoles: readonly Role[];
  readonly action: string;
  readonly targetNoun: string;
  readonly targetId: string;
  readonly facts: Readonly<Record<string, AuditFact>>;
}

/** An entry of the log, and the first checkpoint that covers it. */
export interface LoggedRow extends StoredEntry {
  /** `null` while it is not sealed */
  readonly sealedIn: number | null;
}

/** Reads the log. Nothing here writes: entries are stored by `recordEntry`, with the change they tell of. */
@Injectable()
export class AuditEntryRepository {
  constructor(private readonly database: Database) {}

  /** A page of an organization's log, newest first. */
  list(organizationId: string, query: AuditEntryQuery): Promise<Page<LoggedRow>> {
    return this.page<LoggedRow>(organizationId, filtersOf(query), query, `, ${SEALED_IN}`);
  }

  /** A page of what the log says of one thing, newest first. */
  ofTarget(organizationId: string, { noun, id, actions }: AuditTarget, page: PageWanted): Promise<Page<StoredEntry>> {
    return this.page(organizationId, [...filter('target_noun =', noun), ...filter('target_id =', id), ...anyOf('action', actions)], page);
  }

  private async page<R extends StoredEntry>(organizationId: string, filters: readonly Filter[], query: PageWanted, more = ''): Promise<Page<R>> {
    const key = keyset({
      columns: [{ sql: 'id', direction: 'desc', type: 'uuid' }],
      after: query.after,
      startParam: filters.length + 2,
    });
    const where = ['organization_id = $1', ...filters.map(({ sql }, index) => sql(index + 2)), key.where].join(' and ');
    const values = [organizationId, ...filters.map(({ value }) => value), ...key.values];
    const rows = await this.database.readTenant<R & Named>(organizationId, {
      text: `select id, at, actor_kind as "actorKind", actor_id as "actorId", actor_roles as "actorRoles", action,
               target_noun as "targetNoun", target_id as "targetId", facts, ${NAMES_WHO_COMPLAINED} as complained${more}
             from audit_entries where ${where} order by ${key.orderBy} limit $${values.length + 1}`,
      values: [...values, query.size + 1],
    });
    return pageOfRows(
      rows.map((row) => ({ ...row, ...(row.complained && IN_NOBODYS_NAME) })),
      query.size,
      ({ id }) => [id],
    );
  }
}

interface Named {
  /** the entry names somebody who complained */
  readonly complained: boolean;
}

/** As entries about complaints are kept now. */
const IN_NOBODYS_NAME = { actorKind: 'system', actorId: 'complaints', actorRoles: [] } as const;

/** Tells of a request that it is, or was found to be, a complaint; looked up for each entry by itself (`offset 0`), however long the log is. */
const IS_COMPLAINT = `exists (
  select from audit_entries o where o.organization_id = audit_entries.organization_id and o.target_noun = 'privacy-request' and o.target_id = audit_entries.target_id
    and (o.action = 'privacy-request.opened' and (o.actor_id = 'complaints' or o.facts->>'kind' = 'complaint')
      or o.action = 'privacy-request.classified' and o.facts->>'to' = 'complaint') offset 0)`;

/**
 * Complaints were once kept in the name of whoever complained, and some are found to be one only later. The log does not change, and is read by those
 * the complaint may be about: what is read here tells of them as complaints are kept now, in nobody's name.
 */
const NAMES_WHO_COMPLAINED = `(actor_kind = 'member' and (action = 'ledger.challenged'
  or target_noun = 'privacy-request' and action in ('privacy-request.opened', 'privacy-request.continued') and ${IS_COMPLAINT}))`;

/** The first checkpoint that covers an entry. */
const SEALED_IN = `(
  select (select number from audit_checkpoints c where c.organization_id = l.organization_id and c.size > l.position order by c.size limit 1)
  from audit_leaves l where l.organization_id = audit_entries.organization_id and l.entry_id = audit_entries.id
) as "sealedIn"`;

/** One thing, and what of it is asked for. */
export interface AuditTarget {
  readonly noun: string;
  readonly id: string;
  readonly actions: readonly string[];
}

/** Which page of a list. */
export interface PageWanted {
  readonly size: number;
  readonly after?: string;
}

interface Filter {
  readonly sql: (parameter: number) => string;
  readonly value: unknown;
}

const filtersOf = (query: AuditEntryQuery): readonly Filter[] =>
  [
    filter('action =', query.action),
    filter(`not ${NAMES_WHO_COMPLAINED} and actor_kind =`, query.actorKind),
    filter(`not ${NAMES_WHO_COMPLAINED} and actor_id =`, query.actorId),
    filter('target_noun =', query.targetNoun),
    filter('target_id =', query.targetId),
    filter('id >=', idFrom(query.from)),
    filter('id <', idFrom(query.to)),
  ].flat();

/** Identifiers begin with the moment of their entry, and the log stands in their order. */
const idFrom = (moment: string | undefined): string | undefined => (moment === undefined ? undefined : firstIdSince(Temporal.Instant.from(moment)));

const filter = (column: string, value: string | undefined): readonly Filter[] =>
  value === undefined ? [] : [{ sql: (parameter) => `${column} $${parameter}`, value }];

const anyOf = (column: string, values: readonly string[]): readonly Filter[] => [
  { sql: (parameter) => `${column} = any($${parameter}::text[])`, value: values },
];
