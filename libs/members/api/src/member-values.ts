import { Injectable } from '@nestjs/common';
import { type LookReach, ProfileValues, type Values } from '@smartpar/access/api';
import type { ProfileCategory } from '@smartpar/access/model';
import { type ConditionColumns, narrow, type Statement, type TenantTransaction } from '@smartpar/platform/database';
import { KNOWN, MEMBER_CONDITIONS } from './member-columns';

/** What a category is in the table of members. */
export const VALUE_COLUMNS: Readonly<Record<ProfileCategory, string>> = {
  'user.name': `nullif(concat_ws(' ', m.first_name, m.last_name), '')`,
  'user.contact.email.work': 'm.email',
  'user.contact.phone_number.work': 'm.phone',
};

/** The facts of a member a look may depend on, and its purpose, which is the statement's third parameter. */
const LOOK_CONDITIONS: ConditionColumns = { ...MEMBER_CONDITIONS, purpose: { sql: '$3::text', type: 'text' } };

/** Reads single values of a member's profile, for somebody who may look at them. */
@Injectable()
export class MemberValues extends ProfileValues {
  override async of(tx: TenantTransaction, memberId: string, categories: readonly ProfileCategory[], reach?: LookReach): Promise<Values | null> {
    const columns = categories.map((category) => `${VALUE_COLUMNS[category]} as "${category}"`);
    const text = `select ${columns.join(', ')} from members m where m.organization_id = $1 and m.id = $2 and ${KNOWN}`;
    const within = reach === undefined ? { text: '', values: [] } : reached(reach, categories);
    const [row] = await tx.query<Values>(`${text}${within.text}`, [tx.organizationId, memberId, ...within.values]);
    return row ?? null;
  }
}

/** The condition that every category may be looked at, on row `m`, from the third parameter on. */
function reached({ ability, purpose }: LookReach, categories: readonly ProfileCategory[]): Statement {
  const values: unknown[] = [purpose];
  const parts = categories.map((field) => {
    const allowed = narrow({ ability, action: 'look', noun: 'member', field, columns: LOOK_CONDITIONS, startParam: 3 + values.length });
    values.push(...allowed.values);
    return ` and ${allowed.text}`;
  });
  return { text: `${parts.join('')} and $3::text is not null`, values };
}
