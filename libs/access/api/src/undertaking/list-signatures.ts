import { Injectable } from '@nestjs/common';
import { type MemberActor, type Role, type SignatureLine, type SignatureQuery } from '@smartpar/access/model';
import { type Page, pageOfRows } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import { Database, keyset } from '@smartpar/platform/database';
import { UndertakingRepository } from './undertaking.repository';

interface Row {
  readonly memberId: string;
  readonly number: number;
  readonly memberNumber: string;
  readonly roles: readonly Role[];
  readonly further: number;
  readonly version: number | null;
  readonly locale: Locale | null;
  readonly hash: string | null;
  readonly at: Date | null;
}

/** Who has to sign the undertaking, and who did: by member number, without a name. */
@Injectable()
export class ListSignatures {
  constructor(
    private readonly database: Database,
    private readonly undertakings: UndertakingRepository,
  ) {}

  /** Active members who hold a role, wherever they hold it, or signed once. @throws {DomainError} `page.cursor_invalid` */
  run(actor: MemberActor, { size, after }: SignatureQuery): Promise<Page<SignatureLine>> {
    const key = keyset({ columns: [{ sql: 'm.number', direction: 'asc', type: 'integer' }], after, startParam: 3 });
    return this.database.tenant(actor, async (tx) => {
      const [inForce, rows] = await Promise.all([
        this.undertakings.inForce(tx),
        tx.query<Row>(
          `select m.id as "memberId", m.number, 'M-' || m.number as "memberNumber", s.version, s.locale, s.text_hash as hash, s.signed_at as at,
                  array(select r.role from member_roles r where r.organization_id = $1 and r.member_id = m.id order by r.role) as roles,
                  (select count(*)::int from role_assignments a where a.organization_id = $1 and a.member_id = m.id) as further
           from members m left join lateral (
             select version, locale, text_hash, signed_at from undertaking_signatures
             where organization_id = $1 and member_id = m.id order by version desc, signed_at desc limit 1) s on true
           where m.organization_id = $1 and m.status = 'active' and ${key.where}
             and (s.version is not null or exists (select from member_roles r where r.organization_id = $1 and r.member_id = m.id)
               or exists (select from role_assignments a where a.organization_id = $1 and a.member_id = m.id))
           order by ${key.orderBy} limit $2`,
          [tx.organizationId, size + 1, ...key.values],
        ),
      ]);
      const known = inForce.texts.map(({ hash }) => hash);
      const { items, next } = pageOfRows(rows, size, ({ number }) => [String(number)]);
      return { items: items.map((row) => present(row, (hash, version) => version === inForce.version && known.includes(hash))), next };
    });
  }
}

function present(
  { memberId, memberNumber, roles, further, version, locale, hash, at }: Row,
  isInForce: (hash: string, version: number) => boolean,
): SignatureLine {
  const line = { memberId, memberNumber, roles: [...roles], further };
  if (version === null || locale === null || hash === null || at === null) return { ...line, state: 'none', latest: null };
  return { ...line, state: isInForce(hash, version) ? 'signed' : 'older', latest: { version, locale, hash, at: at.toISOString() } };
}
