import { Injectable } from '@nestjs/common';
import { ProfileValues, type Values } from '@smartpar/access/api';
import type { ProfileCategory } from '@smartpar/access/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { KNOWN } from './member-columns';

/** What a category is in the table of members. */
const COLUMNS: Readonly<Record<ProfileCategory, string>> = {
  'user.name': `nullif(concat_ws(' ', first_name, last_name), '')`,
  'user.contact.email.work': 'email',
  'user.contact.phone_number.work': 'phone',
};

/** Reads single values of a member's profile, for somebody who may look at them. */
@Injectable()
export class MemberValues extends ProfileValues {
  override async of(tx: TenantTransaction, memberId: string, categories: readonly ProfileCategory[]): Promise<Values | null> {
    const columns = categories.map((category) => `${COLUMNS[category]} as "${category}"`);
    const text = `select ${columns.join(', ')} from members m where m.organization_id = $1 and m.id = $2 and ${KNOWN}`;
    const [row] = await tx.query<Values>(text, [tx.organizationId, memberId]);
    return row ?? null;
  }
}
