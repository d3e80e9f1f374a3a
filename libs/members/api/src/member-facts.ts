import { Injectable } from '@nestjs/common';
import type { Role } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import type { TenantTransaction } from '@smartpar/platform/database';

/** What other parts of the product need to know about a member who asks or answers. */
export interface MemberFacts {
  readonly memberId: string;
  readonly number: number;
  /** first and last name; empty once de-identified */
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** where their site is; null where they have none */
  readonly place: { readonly country: string; readonly subdivision: string | null } | null;
}

/** Who is responsible for a member's site. */
export interface SiteFacts {
  readonly legalEntity: string;
  /** the site's own contact, where it names one */
  readonly contact: {
    readonly memberId: null;
    readonly name: string;
    readonly email: string;
    readonly postalAddress: string;
    readonly languages: readonly string[];
  } | null;
}

interface FactsRow extends Omit<MemberFacts, 'place'> {
  readonly country: string | null;
  readonly subdivision: string | null;
}

/** Whoever left may have said where answers go from then on; else they go to an address of their own. */
const REPLY_ADDRESS = `
  (select coalesce(d.reply_address, m.private_email) from departures d where d.organization_id = m.organization_id and d.member_id = m.id)`;

/** The address at work; it may be somebody else's once its holder has left. */
const WORK_ADDRESS = `
  case when m.status = 'deactivated' and exists (
    select from members o where o.organization_id = m.organization_id and o.email_folded = m.email_folded and o.id <> m.id
      and o.status in ('invited', 'active', 'suspended')) then null else m.email end`;

const FACTS = `
  select m.id as "memberId", m.number, concat_ws(' ', m.first_name, m.last_name) as name,
         coalesce(${REPLY_ADDRESS}, ${WORK_ADDRESS}) as email, m.locale, m.status = 'active' as active,
         array(select r.role from member_roles r where r.organization_id = m.organization_id and r.member_id = m.id order by r.role) as roles,
         s.country, s.subdivision
  from members m left join sites s on s.organization_id = m.organization_id and s.id = m.site_id
  where m.organization_id = $1`;

/** Reads what is to know about members, within a transaction of their organization. */
@Injectable()
export class MemberFactsQuery {
  /** Members by id, whatever state they are in; those that do not exist are left out. */
  async find(tx: TenantTransaction, memberIds: readonly string[]): Promise<readonly MemberFacts[]> {
    return (await tx.query<FactsRow>(`${FACTS} and m.id = any($2::uuid[])`, [tx.organizationId, memberIds])).map(placed);
  }

  /** The member who has a work address now, active or not; former members are not found by theirs. */
  async holderOf(tx: TenantTransaction, addressFolded: string): Promise<MemberFacts | null> {
    const [row] = await tx.query<FactsRow>(`${FACTS} and m.email_folded = $2 and m.status in ('invited', 'active', 'suspended') and m.hidden_at is null`, [
      tx.organizationId,
      addressFolded,
    ]);
    return row === undefined ? null : placed(row);
  }

  /** Active members who hold at least one of some roles, by number. */
  async holding(tx: TenantTransaction, roles: readonly Role[]): Promise<readonly MemberFacts[]> {
    const holders = `select h.member_id from member_roles h where h.organization_id = $1 and h.role = any($2::text[])`;
    const rows = await tx.query<FactsRow>(`${FACTS} and m.status = 'active' and m.id in (${holders}) order by m.number`, [tx.organizationId, roles]);
    return rows.map(placed);
  }

  /** Which of some members are active in the transaction's organization. */
  async activeOf(tx: TenantTransaction, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(`select id from members where organization_id = $1 and id = any($2::uuid[]) and status = 'active'`, [
      tx.organizationId,
      memberIds,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The legal entity and the contact of a member's site; null where the member has none. */
  async atSiteOf(tx: TenantTransaction, memberId: string): Promise<SiteFacts | null> {
    const [row] = await tx.query<{ legalEntity: string; name: string | null; email: string | null; postalAddress: string }>(
      `select e.name as "legalEntity", s.contact_name as name, s.contact_email as email, s.postal_address as "postalAddress"
       from members m
       join sites s on s.organization_id = m.organization_id and s.id = m.site_id
       join legal_entities e on e.organization_id = s.organization_id and e.id = s.legal_entity_id
       where m.organization_id = $1 and m.id = $2`,
      [tx.organizationId, memberId],
    );
    if (row === undefined) return null;
    const { legalEntity, name, email, postalAddress } = row;
    return { legalEntity, contact: name === null || email === null ? null : { memberId: null, name, email, postalAddress, languages: [] } };
  }
}

const placed = ({ country, subdivision, ...facts }: FactsRow): MemberFacts => ({ ...facts, place: country === null ? null : { country, subdivision } });
