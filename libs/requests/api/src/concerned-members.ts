import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import { narrow, type TenantTransaction } from '@smartpar/platform/database';
import { REQUEST_CONDITIONS } from './request-columns';

/** Knows whom privacy requests concern, and how they are called. */
@Injectable()
export class ConcernedMembersQuery {
  /** The members a request concerns: whoever asked, where they are a member. A complaint does not open the data of whom it is about. `null` where there is none. */
  async of(tx: TenantTransaction, requestId: string): Promise<readonly string[] | null> {
    const [row] = await tx.query<{ memberId: string | null }>('select member_id as "memberId" from privacy_requests where organization_id = $1 and id = $2', [
      tx.organizationId,
      requestId,
    ]);
    if (row === undefined) return null;
    return row.memberId === null ? [] : [row.memberId];
  }

  /** Which of some requests somebody may read. */
  async readable(tx: TenantTransaction, ability: Ability, requestIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (requestIds.length === 0) return new Set();
    const allowed = narrow({ ability, action: 'read', noun: 'privacy-request', columns: REQUEST_CONDITIONS, startParam: 3 });
    const rows = await tx.query<{ id: string }>(
      `select r.id from privacy_requests r where r.organization_id = $1 and r.id = any($2::uuid[]) and ${allowed.text}`,
      [tx.organizationId, requestIds, ...allowed.values],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Whom some requests complain about, by request; those that complain about no member are left out. */
  async complainedOf(tx: TenantTransaction, requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (requestIds.length === 0) return new Map();
    const rows = await tx.query<{ id: string; about: string }>(
      'select id, about_member_id as about from privacy_requests where organization_id = $1 and id = any($2::uuid[]) and about_member_id is not null',
      [tx.organizationId, requestIds],
    );
    return new Map(rows.map(({ id, about }) => [id, about]));
  }

  /** References of some requests, by id. */
  async references(tx: TenantTransaction, requestIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; reference: string }>(
      'select id, reference from privacy_requests where organization_id = $1 and id = any($2::uuid[])',
      [tx.organizationId, requestIds],
    );
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }
}
