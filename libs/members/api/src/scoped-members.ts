import { Injectable } from '@nestjs/common';
import type { LockboxScope, LockboxScopeNamed } from '@smartpar/access/model';
import type { ScopedMember, ScopedWish } from '@smartpar/access/api';
import { foldAddress } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';
import { KNOWN } from './member-columns';

/** Members and sites as a lockbox names them: masked, by number. */
@Injectable()
export class ScopedMembersQuery {
  /** What somebody named, as it is kept; a member or site that is not there is `null`. */
  async resolve(tx: TenantTransaction, named: LockboxScopeNamed): Promise<LockboxScope> {
    if (named.reach === 'all') return { reach: 'all' };
    if (named.reach === 'site') {
      const [site] = await tx.query<{ id: string }>('select id from sites where organization_id = $1 and name = $2 order by id limit 1', [
        tx.organizationId,
        named.name,
      ]);
      return { reach: 'site', siteId: site?.id ?? null };
    }
    const { reach: _reach, ...wish } = named;
    const [member] = await this.within(tx, { reach: 'all' }, wish);
    return { reach: 'member', memberId: member?.id ?? null };
  }

  /** Members within a scope, by number. */
  within(tx: TenantTransaction, scope: LockboxScope, wish: ScopedWish): Promise<readonly ScopedMember[]> {
    const values: unknown[] = [tx.organizationId];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = ['m.organization_id = $1', KNOWN, ...scopeCondition(scope, bind), wishCondition(wish, bind)];
    const limit = 'limit' in wish ? bind(wish.limit) : '1';
    // a former member's address may be somebody else's now: whoever came last has it
    const order = 'email' in wish ? 'desc' : 'asc';
    return tx.query<ScopedMember>(
      `select m.id, m.number, m.status from members m where ${conditions.join(' and ')} order by m.number ${order} limit ${limit}`,
      values,
    );
  }
}

function scopeCondition(scope: LockboxScope, bind: (value: unknown) => string): readonly string[] {
  switch (scope.reach) {
    case 'all':
      return [];
    case 'site':
      return [`m.site_id = ${bind(scope.siteId)}`];
    case 'member':
      return [`m.id = ${bind(scope.memberId)}`];
  }
}

function wishCondition(wish: ScopedWish, bind: (value: unknown) => string): string {
  if ('number' in wish) return `m.number = ${bind(wish.number)}`;
  if ('email' in wish) return `m.email_folded = ${bind(foldAddress(wish.email))}`;
  return 'memberId' in wish ? `m.id = ${bind(wish.memberId)}` : `m.number > ${bind(wish.behind)}`;
}
