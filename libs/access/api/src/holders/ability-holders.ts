import { Inject, Injectable } from '@nestjs/common';
import { type AbilityName, type AccessRules, isDeputed, type RightToDecide, type Role, rolesWith } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { type TenantTransaction, toInstant } from '@smartpar/platform/database';
import { ACCESS_RULES } from '../abilities';
import { keptFromNothing } from '../violations/stopped-access';

/** An active member who is told something by mail. */
export interface Reachable {
  readonly memberId: string;
  readonly number: number;
  readonly email: string | null;
  readonly locale: Locale;
}

/** Somebody who may do something now, by what they hold themselves or in somebody's place. */
export interface AbilityHolder extends Reachable {
  /** whose right it is: their own, or that of somebody for whom they stand in */
  readonly ofMemberId: string;
  /** the roles that give it, built-in ones by their words and custom ones by their ids */
  readonly by: readonly string[];
  /** since when that has been held without a break, with these abilities in it */
  readonly since: Date;
}

/**
 * Knows who may do something in an organization at the moment of a transaction: by a built-in role, by a custom one held for the whole organization,
 * or in the place of somebody who may. Whoever decides, is asked to, or is told that something waits is found here and nowhere else. Those whom
 * something keeps from others' data are left out, and so are those who would stand in for them.
 */
@Injectable()
export class AbilityHolders {
  private readonly roles = new Map<AbilityName, readonly Role[]>();

  constructor(@Inject(ACCESS_RULES) private readonly rules: readonly AccessRules[]) {}

  /** Everybody who may, once for each right, by number. One statement. */
  of(tx: TenantTransaction, ability: AbilityName): Promise<readonly AbilityHolder[]> {
    return tx.query<AbilityHolder>(HOLDERS, [tx.organizationId, this.rolesWith(ability), ability, tx.at, isDeputed(ability)]);
  }

  /** Every right to do something, as decisions ask for it. */
  async rights(tx: TenantTransaction, ability: AbilityName): Promise<readonly RightToDecide[]> {
    return (await this.of(tx, ability)).map(({ memberId, ofMemberId, since }) => ({ memberId, ofMemberId, since: toInstant(since) }));
  }

  /** The rights of one member to do something, as `rightCounts` takes them; `null` where they have none. */
  async rightsOf(
    tx: TenantTransaction,
    ability: AbilityName,
    memberId: string,
  ): Promise<readonly [ofMembers: readonly string[], since: readonly string[]] | null> {
    const own = (await this.rights(tx, ability)).filter((right) => right.memberId === memberId);
    return own.length === 0 ? null : [own.map(({ ofMemberId }) => ofMemberId), own.map(({ since }) => since.toString())];
  }

  /**
   * Everybody who may, once each, by number.
   * @param but those who are concerned: neither they nor whoever would act in their place
   */
  async reachable(tx: TenantTransaction, ability: AbilityName, but: readonly (string | null)[] = []): Promise<readonly Reachable[]> {
    const others = (await this.of(tx, ability)).filter(({ memberId, ofMemberId }) => !but.includes(memberId) && !but.includes(ofMemberId));
    return [...new Map(others.map(({ memberId, number, email, locale }) => [memberId, { memberId, number, email, locale }])).values()];
  }

  private rolesWith(ability: AbilityName): readonly Role[] {
    const known = this.roles.get(ability) ?? rolesWith(ability, this.rules);
    this.roles.set(ability, known);
    return known;
  }
}

/** Members are looked up one by one (`offset 0`): no plan may read all of them for the few who hold something. */
const atWork = (memberId: string): string => `
  cross join lateral (select k.* from members k where k.organization_id = $1 and k.id = ${memberId} offset 0) p
  where p.status = 'active' and ${keptFromNothing('p', '$4')}`;

const HOLDERS = `
  with claimed as (
    select r.member_id, r.role, r.granted_at as since from member_roles r where r.organization_id = $1 and r.role = any($2::text[])
    union all
    select a.member_id, c.id::text, greatest(a.assigned_at, c.changed_at) from custom_roles c
    join role_assignments a on a.organization_id = c.organization_id and a.custom_role_id = c.id
    where c.organization_id = $1 and c.retired_at is null and $3::text = any(c.abilities) and a.site_id is null and a.group_id is null
  ), held as (
    select c.member_id, array_agg(c.role order by c.role) as by, min(c.since) as since from claimed c ${atWork('c.member_id')} group by c.member_id
  ), able as (
    select h.member_id as acting, h.* from held h
    union all
    select d.deputy_member_id, h.* from held h join deputies d on d.organization_id = $1 and d.member_id = h.member_id
    where $5::boolean and d.starts_at <= $4 and d.ends_at > $4 and d.ended_at is null
  )
  select p.id as "memberId", p.number, p.email, p.locale, a.member_id as "ofMemberId", a.by, a.since from able a ${atWork('a.acting')}
  order by p.number, a.member_id <> a.acting, a.since, a.member_id`;
