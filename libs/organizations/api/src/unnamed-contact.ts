import { Injectable } from '@nestjs/common';
import type { Ability } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** Tells whoever may name the privacy contact that there is none. */
@Injectable()
export class UnnamedContactQuery {
  /**
   * Since when nobody is named, as far as it is known: the organization's first day. One statement.
   * @returns RFC 3339 in UTC; null where somebody is named, or where the member may not name anybody
   */
  async within(tx: TenantTransaction, ability: Ability): Promise<string | null> {
    if (!ability.can('update', 'privacy-contact')) return null;
    const [row] = await tx.query<{ readonly createdAt: Date }>(
      `select o.created_at as "createdAt" from organizations o where o.organization_id = $1
         and not exists (select from privacy_contacts c where c.organization_id = o.organization_id and c.position = 'contact')`,
      [tx.organizationId],
    );
    return row?.createdAt.toISOString() ?? null;
  }
}
