import { Injectable } from '@nestjs/common';
import { type FieldValue, type LookReach, ProfileValues, type Values } from '@smartpar/access/api';
import type { ProfileCategory } from '@smartpar/access/model';
import type { ProfileField } from '@smartpar/members/model';
import { type ConditionColumns, narrow, type Statement, type TenantTransaction } from '@smartpar/platform/database';
import { KNOWN, MEMBER_CONDITIONS } from './member-columns';

/** Whoever leads a member, as people write a number. */
const MANAGER = `(
  select 'M-' || l.number from members l where l.organization_id = m.organization_id and l.id = m.manager_id and l.status <> 'de-identified')`;

/** What each field of a category is in the table of members. */
const FIELD_COLUMNS: Readonly<Record<ProfileCategory, readonly (readonly [field: ProfileField, sql: string])[]>> = {
  'user.name': [
    ['firstName', 'm.first_name'],
    ['lastName', 'm.last_name'],
    ['displayName', 'm.display_name'],
  ],
  'user.contact.email.work': [['email', 'm.email']],
  'user.contact.phone_number.work': [['phone', 'm.phone']],
  'user.contact.email.private': [['privateEmail', 'm.private_email']],
  'user.contact.phone_number.private': [['privatePhone', 'm.private_phone']],
  'user.workplace': [
    ['department', 'm.department'],
    ['employeeNumber', 'm.employee_number'],
    ['managerId', MANAGER],
  ],
  'user.location': [
    ['country', 'm.country'],
    ['timeZone', 'm.time_zone'],
  ],
};

/** What an organization keeps of a member `m` beside, of one category; what it uses no more is not read. */
const attributesOf = (category: ProfileCategory, columns: string): string => `
  select ${columns} from member_attribute_values v
  join profile_attributes a on a.organization_id = v.organization_id and a.id = v.attribute_id
  where v.organization_id = m.organization_id and v.member_id = m.id and a.category = '${category}' and a.retired_at is null`;

const wholeOf = (category: ProfileCategory, parts: string): string =>
  `nullif(concat_ws(' · ', ${parts}, (${attributesOf(category, `string_agg(a.name || ': ' || v.value, ' · ' order by a.name_folded)`)})), '')`;

const inParts = (category: ProfileCategory): string => wholeOf(category, FIELD_COLUMNS[category].map(([, sql]) => sql).join(', '));

/** What a category is in the table of members, in one text. */
export const VALUE_COLUMNS: Readonly<Record<ProfileCategory, string>> = {
  'user.name': wholeOf('user.name', `nullif(concat_ws(' ', m.first_name, m.last_name, '(' || m.display_name || ')'), '')`),
  'user.contact.email.work': inParts('user.contact.email.work'),
  'user.contact.phone_number.work': inParts('user.contact.phone_number.work'),
  'user.contact.email.private': inParts('user.contact.email.private'),
  'user.contact.phone_number.private': inParts('user.contact.phone_number.private'),
  'user.workplace': inParts('user.workplace'),
  'user.location': inParts('user.location'),
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

  override async inParts(tx: TenantTransaction, memberId: string, categories: readonly ProfileCategory[], reach?: LookReach): Promise<readonly FieldValue[]> {
    if (categories.length === 0) return [];
    const parts = categories.flatMap((category) => [
      ...FIELD_COLUMNS[category].map(([field, sql]) => `select '${category}' as category, '${field}' as field, ${sql} as value`),
      attributesOf(category, `'${category}', a.id::text, v.value`),
    ]);
    const text = `select f.category, f.field, f.value from members m cross join lateral (${parts.join(' union all ')}) f
      where m.organization_id = $1 and m.id = $2 and ${KNOWN} and f.value is not null`;
    const within = reach === undefined ? { text: '', values: [] } : reached(reach, categories);
    return tx.query<FieldValue>(`${text}${within.text}`, [tx.organizationId, memberId, ...within.values]);
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
