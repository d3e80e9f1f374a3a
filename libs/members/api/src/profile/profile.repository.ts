import { Injectable } from '@nestjs/common';
import { recordEntry } from '@smartpar/audit/api';
import type { AuditEntry } from '@smartpar/audit/model';
import {
  addressTaken,
  type FieldSource,
  foldGivenName,
  foldName,
  foldText,
  memberChangedMeanwhile,
  type ProfileField,
  PROFILE_FIELDS,
  unknownManager,
} from '@smartpar/members/model';
import { foldAddress } from '@smartpar/platform/contract';
import { isForeignKeyViolation, isUniqueViolation, type TenantTransaction } from '@smartpar/platform/database';
import { together } from '../together';
import type { AttributeValue } from './read-attributes';

/** Values of a profile as they are kept; what is left out stays, `null` clears. */
export type ProfileValuesKept = Readonly<Partial<Record<ProfileField, string | null>>>;

/** Values to be kept of a member. */
export interface ProfileChange {
  readonly memberId: string;
  /** the version that was read; left out where whoever writes has locked the member */
  readonly version?: number | undefined;
  /** who says so */
  readonly source: FieldSource;
  readonly values: ProfileValuesKept;
  /** of what the organization made up itself */
  readonly attributes?: readonly AttributeValue[];
}

/** The values of members' profiles, and who put each there. */
@Injectable()
export class ProfileRepository {
  /**
   * Keeps values of a profile, and who put them there. With another work address, the link of an invitation that went to the old one opens nothing.
   * @throws {DomainError} `member.changed_meanwhile`, also where there is no such member; `member.address_taken`, `member.unknown_manager`
   */
  async write(tx: TenantTransaction, { memberId, version, source, values, attributes = [] }: ProfileChange, entry: AuditEntry): Promise<void> {
    if (values.managerId === memberId) throw unknownManager();
    const fields = fieldsOf(values);
    const columns = columnsOf(await this.named(tx, memberId, values));
    const whom = [tx.organizationId, memberId];
    const parameters: unknown[] = [...whom, ...columns.map(([, value]) => value)];
    const sets = columns.map(([column], n) => `${column} = $${n + 3}`);
    const [given, cleared] = [attributes.filter(({ value }) => value !== null), attributes.filter(({ value }) => value === null)];
    const asRead = version === undefined ? '' : ` and version = $${parameters.push(version)}`;
    const write = `update members set ${[...sets, 'version = version + 1'].join(', ')} where organization_id = $1 and id = $2${asRead} returning id`;
    const [, changed] = await together([
      // before the address is another one
      typeof values.email === 'string' ? tx.query(VOID_INVITATION, [tx.organizationId, memberId, foldAddress(values.email), tx.at]) : Promise.resolve(),
      tx.query(write, parameters).catch(sayWhy),
      tx.query(KEEP_SOURCES, [tx.organizationId, memberId, fields, source, tx.at]).catch(sayGone),
      given.length === 0 ? Promise.resolve() : tx.query(KEEP_ATTRIBUTES, [...whom, given.map(idOf), given.map(({ value }) => value), source, tx.at]),
      cleared.length === 0 ? Promise.resolve() : tx.query(CLEAR_ATTRIBUTES, [...whom, cleared.map(idOf)]),
      recordEntry(tx, entry),
    ]);
    if (changed.length !== 1) throw memberChangedMeanwhile();
  }

  /** Names are searched whole: where one part is written, the other one is read. */
  private async named(tx: TenantTransaction, memberId: string, values: ProfileValuesKept): Promise<ProfileValuesKept> {
    const { firstName, lastName } = values;
    if ((firstName === undefined) === (lastName === undefined)) return values;
    const [kept] = await tx.query<{ firstName: string | null; lastName: string | null }>(
      'select first_name as "firstName", last_name as "lastName" from members where organization_id = $1 and id = $2 for update',
      [tx.organizationId, memberId],
    );
    return { ...values, firstName: firstName === undefined ? kept?.firstName : firstName, lastName: lastName === undefined ? kept?.lastName : lastName };
  }
}

/** Where the values of a member `m` come from. */
export const ORIGIN_COLUMNS = `m.origin, (
  select coalesce(json_object_agg(f.field, f.source), '{}') from member_field_sources f
  where f.organization_id = m.organization_id and f.member_id = m.id) as sources`;

/** The fields something is said of. */
export const fieldsOf = (values: ProfileValuesKept): readonly ProfileField[] => PROFILE_FIELDS.filter((field) => values[field] !== undefined);

const COLUMNS: Readonly<Record<ProfileField, string>> = {
  ...{ firstName: 'first_name', lastName: 'last_name', displayName: 'display_name', email: 'email', phone: 'phone' },
  ...{ privateEmail: 'private_email', privatePhone: 'private_phone', locale: 'locale', timeZone: 'time_zone', country: 'country' },
  ...{ department: 'department', employeeNumber: 'employee_number', managerId: 'manager_id' },
};

/** Every field of a member `m`, under its name. */
export const VALUE_FIELDS = PROFILE_FIELDS.map((field) => `m.${COLUMNS[field]} as "${field}"`).join(', ');

/** What is written, with the forms in which some of it is searched. */
function columnsOf(values: ProfileValuesKept): readonly (readonly [column: string, value: string | null])[] {
  const { firstName, lastName, email, employeeNumber } = values;
  const named = firstName !== undefined || lastName !== undefined;
  const [first, last] = [firstName ?? '', lastName ?? null];
  return [
    ...fieldsOf(values).map((field) => [COLUMNS[field], values[field] ?? null] as const),
    ...(named
      ? ([
          ['name_folded', foldName(first, last)],
          ['given_folded', foldGivenName(first, last)],
        ] as const)
      : []),
    ...(email === undefined ? [] : ([['email_folded', email === null ? null : foldAddress(email)]] as const)),
    ...(employeeNumber === undefined ? [] : ([['employee_number_folded', employeeNumber === null ? null : foldText(employeeNumber)]] as const)),
  ];
}

const KEEP_SOURCES = `
  insert into member_field_sources (organization_id, member_id, field, source, changed_at)
  select $1, $2, f, $4, $5 from unnest($3::text[]) f
  on conflict (organization_id, member_id, field) do update set source = excluded.source, changed_at = excluded.changed_at`;

const idOf = ({ attributeId }: AttributeValue): string => attributeId;

const KEEP_ATTRIBUTES = `
  insert into member_attribute_values (organization_id, member_id, attribute_id, value, source, changed_at)
  select $1, $2, a.id, a.value, $5, $6 from unnest($3::uuid[], $4::text[]) a (id, value)
  on conflict (organization_id, member_id, attribute_id) do update set value = excluded.value, source = excluded.source, changed_at = excluded.changed_at`;

const CLEAR_ATTRIBUTES = 'delete from member_attribute_values where organization_id = $1 and member_id = $2 and attribute_id = any($3::uuid[])';

const VOID_INVITATION = `
  update member_invitations i set withdrawn_at = $4 from members m
  where i.organization_id = $1 and i.member_id = $2 and m.organization_id = i.organization_id and m.id = i.member_id
    and m.email_folded <> $3 and i.accepted_at is null and i.withdrawn_at is null`;

function sayWhy(error: unknown): never {
  if (isUniqueViolation(error, 'members_address')) throw addressTaken();
  throw isForeignKeyViolation(error, 'members_manager') ? unknownManager() : error;
}

function sayGone(error: unknown): never {
  throw isForeignKeyViolation(error, 'member_field_sources_member') ? memberChangedMeanwhile() : error;
}
