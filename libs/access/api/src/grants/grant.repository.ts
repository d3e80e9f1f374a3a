import { Injectable } from '@nestjs/common';
import type { GrantedRole, GrantScope, GrantTerms } from '@smartpar/access/model';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import type { Temporal } from '@smartpar/kernel';
import type { TenantTransaction } from '@smartpar/platform/database';
import { GRANT_COLUMNS, type GrantRow } from './grant-row';

/** Free text and the salt of its hash in the log. */
export interface Words {
  readonly text: string;
  readonly salt: string;
}

/** Who is to hold a grant. */
export type Grantee =
  | { readonly kind: 'member'; readonly memberId: string }
  | { readonly kind: 'role'; readonly role: GrantedRole }
  | { readonly kind: 'group'; readonly groupId: string };

/** A grant about to be asked for, or given outright. */
export interface NewGrant extends GrantTerms {
  readonly id: string;
  readonly until: Temporal.Instant;
  readonly grantee: Grantee;
  readonly requestedBy: string;
  readonly reason: Words;
  /** when silence refuses it; `null` for what is given outright, by whoever gives it */
  readonly lapsesAt: Temporal.Instant | null;
}

/** A decision about a grant. */
export interface GrantDecision {
  readonly state: 'approved' | 'refused';
  readonly by: string;
  /** for whom they stood in */
  readonly inPlaceOf: string | null;
  readonly words: Words | null;
  /** what is allowed, where that is less than what was asked for */
  readonly narrower: GrantTerms | null;
}

/** Grants, asked for and given. */
@Injectable()
export class GrantRepository {
  /** One grant, which nobody else changes until the transaction ends. */
  async lock(tx: TenantTransaction, id: string): Promise<GrantRow | null> {
    const [row] = await tx.query<GrantRow>(`select ${GRANT_COLUMNS} from grants g where g.organization_id = $1 and g.id = $2 for update`, [
      tx.organizationId,
      id,
    ]);
    return row ?? null;
  }

  /** Keeps a new one. */
  async add(tx: TenantTransaction, grant: NewGrant, entry: AuditEntry): Promise<void> {
    const { id, grantee, categories, mode, purposes, scope, from, until, requestedBy, reason, lapsesAt } = grant;
    const given = lapsesAt === null;
    await tx.query(
      `insert into grants (organization_id, id, state, grantee_member_id, grantee_role, grantee_group_id, categories, mode, purposes, scope_kind, scope_ids,
         scope_members, starts_at, ends_at, reviewed, requested_at, requested_by, reason, reason_salt, lapses_at, decided_at, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
      [
        ...[tx.organizationId, id, given ? 'approved' : 'requested'],
        ...[memberOf(grantee), grantee.kind === 'role' ? grantee.role : null, grantee.kind === 'group' ? grantee.groupId : null],
        ...[categories, mode, purposes, ...scopeColumns(scope), from, until, given, tx.at, requestedBy, reason.text, reason.salt, lapsesAt],
        ...(given ? [tx.at, requestedBy] : [null, null]),
      ],
    );
    await recordEntry(tx, entry);
  }

  /** Keeps a decision about one that waits. */
  async decide(tx: TenantTransaction, id: string, { state, by, inPlaceOf, words, narrower }: GrantDecision, entry: AuditEntry): Promise<void> {
    if (narrower !== null) {
      const { categories, mode, purposes, scope, until } = narrower;
      await tx.query(
        `update grants set asked = ${ASKED}, categories = $3, mode = $4, purposes = $5, scope_kind = $6, scope_ids = $7, scope_members = $8, ends_at = $9
         where organization_id = $1 and id = $2 and state = 'requested'`,
        [tx.organizationId, id, categories, mode, purposes, ...scopeColumns(scope), until],
      );
    }
    await tx.query(
      `update grants set state = $3, decided_at = $4, decided_by = $5, decided_for = $6, decision_words = $7, decision_salt = $8
       where organization_id = $1 and id = $2 and state = 'requested'`,
      [tx.organizationId, id, state, tx.at, by, inPlaceOf, words?.text ?? null, words?.salt ?? null],
    );
    await recordEntry(tx, entry);
  }

  /** Takes one that waits out of what waits, without a decision. */
  async close(tx: TenantTransaction, id: string, state: 'lapsed' | 'withdrawn', entry: AuditEntry): Promise<void> {
    await tx.query(`update grants set state = $3 where organization_id = $1 and id = $2 and state = 'requested'`, [tx.organizationId, id, state]);
    await recordEntry(tx, entry);
  }

  /** Leaves less of one that was approved. */
  async reduce(tx: TenantTransaction, id: string, { until, mode }: Pick<GrantTerms, 'mode'> & { readonly until: Temporal.Instant }, entry: AuditEntry): Promise<void> {
    await tx.query(
      `update grants set asked = coalesce(asked, ${ASKED}), ends_at = least(ends_at, $3), mode = $4
       where organization_id = $1 and id = $2 and state = 'approved'`,
      [tx.organizationId, id, until, mode],
    );
    await recordEntry(tx, entry);
  }

  /** Ends one that was approved before its time. */
  async revoke(tx: TenantTransaction, id: string, by: string, words: Words, entry: AuditEntry): Promise<void> {
    await tx.query(
      `update grants set state = 'revoked', revoked_at = $3, revoked_by = $4, revocation_words = $5, revocation_salt = $6
       where organization_id = $1 and id = $2 and state = 'approved'`,
      [tx.organizationId, id, tx.at, by, words.text, words.salt],
    );
    await recordEntry(tx, entry);
  }
}

/** What was asked for, kept beside what was allowed. */
const ASKED = `jsonb_build_object('categories', categories, 'mode', mode, 'purposes', purposes, 'scopeKind', scope_kind, 'scopeIds', scope_ids, 'until', ends_at)`;

const memberOf = (grantee: Grantee): string | null => (grantee.kind === 'member' ? grantee.memberId : null);

function scopeColumns(scope: GrantScope): readonly [GrantScope['kind'], readonly string[], readonly string[]] {
  if (scope.kind === 'all') return [scope.kind, [], []];
  return scope.kind === 'request' ? [scope.kind, [scope.id], scope.members] : [scope.kind, scope.ids, []];
}
