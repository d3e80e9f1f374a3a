import type { ProfileCategory } from '@smartpar/access/model';
import {
  type AttributeKind,
  attributeEditorsOf,
  attributeValueUnclear,
  type FieldEditor,
  type FieldSource,
  ledByDirectory,
  readAttributeValue,
} from '@smartpar/members/model';
import type { TenantTransaction } from '@smartpar/platform/database';

/** A value of something an organization made up; `null` takes it away. */
export interface AttributeValue {
  readonly attributeId: string;
  readonly value: string | null;
}

/** Values as they are typed, and who types them. */
export interface TypedAttributes {
  readonly memberId: string;
  /** by the id of the attribute; `null` clears */
  readonly given: Readonly<Record<string, string | null>> | undefined;
  readonly by: Exclude<FieldEditor, 'directory'>;
  /** whether they are shown what stands there: what is given for something hidden counts as a change whatever it is */
  readonly isShown: (category: ProfileCategory) => boolean;
}

interface KeptAttribute {
  readonly id: string;
  readonly kind: AttributeKind;
  readonly choices: readonly string[];
  readonly category: ProfileCategory;
  readonly byPerson: boolean;
  readonly kept: string | null;
  readonly source: FieldSource | null;
}

const READ = `
  select a.id, a.kind, a.choices, a.category, a.by_person as "byPerson", v.value as kept, v.source
  from profile_attributes a
  left join member_attribute_values v on v.organization_id = a.organization_id and v.member_id = $2 and v.attribute_id = a.id
  where a.organization_id = $1 and a.id = any($3::uuid[]) and a.retired_at is null`;

/**
 * Reads values as they are typed, each by its kind.
 * @returns what differs from what is kept
 * @throws {DomainError} `profile_attribute.value_unclear`, also for what is not kept here or not theirs to change; `member.led_by_directory`
 */
export async function readAttributes(tx: TenantTransaction, { memberId, given = {}, by, isShown }: TypedAttributes): Promise<readonly AttributeValue[]> {
  const ids = Object.keys(given);
  if (ids.length === 0) return [];
  const rows = await tx.query<KeptAttribute>(READ, [tx.organizationId, memberId, ids]);
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((attributeId) => {
    const attribute = known.get(attributeId);
    const typed = given[attributeId] ?? null;
    if (attribute === undefined) throw attributeValueUnclear(attributeId);
    const editors = attributeEditorsOf(attribute, attribute.source);
    if (editors.includes('directory')) throw ledByDirectory(`attributes.${attributeId}`);
    const value = typed === null ? null : readAttributeValue(typed, attribute);
    if (!editors.includes(by) || (typed !== null && value === null)) throw attributeValueUnclear(attributeId);
    return value === attribute.kept && isShown(attribute.category) ? [] : [{ attributeId, value }];
  });
}
