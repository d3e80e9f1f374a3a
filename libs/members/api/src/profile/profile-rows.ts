import { PROFILE_CATEGORIES, type ProfileCategory, type Sight } from '@smartpar/access/model';
import {
  attributeEditorsOf,
  CATEGORY_OF_FIELD,
  editorsOf,
  type FieldSource,
  type FieldStanding,
  type MemberAttribute,
  type Origin,
  PROFILE_FIELDS,
  type ProfileField,
  type ShownProfile,
  sourceOf,
} from '@smartpar/members/model';
import { instantColumn } from '../instant-text';
import type { MemberConditions } from '../member-conditions';
import { type Seeing, shownOn } from '../scoped-columns';

type Told = Readonly<Partial<Record<ProfileField, { readonly source: FieldSource; readonly since: string }>>>;

/** What a row says of where its values come from. */
export interface StandingRow {
  readonly origin: Origin;
  readonly joinedAt: string;
  readonly told: Told;
  readonly attributes: readonly AttributeRow[];
}

type AttributeRow = Omit<MemberAttribute, 'editors' | 'value'> & { readonly seen: boolean; readonly value: string | null };

/** The columns of a member `m` that say where values come from. */
export const TOLD_COLUMNS = `m.origin, (
  select coalesce(json_object_agg(f.field, json_build_object('source', f.source, 'since', ${instantColumn('f.changed_at')})), '{}')
  from member_field_sources f where f.organization_id = m.organization_id and f.member_id = m.id) as told`;

/**
 * What an organization keeps of a member `m` beside what everybody has.
 * @param seen the condition that a value of `a` is shown; of others no value is read
 * @param which which of them
 */
export const attributeColumn = (seen: string, which: 'in-use' | 'all'): string => `(
  select coalesce(json_agg(json_build_object(
    'id', a.id, 'name', a.name, 'kind', a.kind, 'choices', a.choices, 'category', a.category, 'byPerson', a.by_person,
    'retiredAt', ${instantColumn('a.retired_at')}, 'seen', s.seen, 'value', case when s.seen then v.value end,
    'source', case when s.seen then v.source end, 'since', case when s.seen then ${instantColumn('v.changed_at')} end)
    order by a.retired_at is not null, a.name_folded, a.id), '[]')
  from profile_attributes a
  left join member_attribute_values v on v.organization_id = a.organization_id and v.member_id = m.id and v.attribute_id = a.id
  cross join lateral (select ${seen} as seen offset 0) s
  where a.organization_id = m.organization_id and ${which === 'in-use' ? 'a.retired_at is null' : '(a.retired_at is null or v.value is not null)'}) as attributes`;

/** The condition that a value of attribute `a` is shown on row `m`. */
export function attributeSeen(conditions: MemberConditions, seeing: Seeing): string {
  const everywhere = PROFILE_CATEGORIES.filter((category) => seeing.sight[category] === 'shown');
  const somewhere = seeing.scoped.map((category) => `(a.category = '${category}' and ${shownOn(conditions, seeing, category)})`);
  return [`a.category = any(${conditions.bind(everywhere)}::text[])`, ...somewhere].join(' or ');
}

/** Values whose category is shown, with where they come from and who may change them. */
export function standingsOf(row: StandingRow & ShownProfile, locale: string, sight: Sight | 'own'): Partial<Record<ProfileField, FieldStanding>> {
  const sources = Object.fromEntries(Object.entries(row.told).map(([field, { source }]) => [field, source]));
  const standings = PROFILE_FIELDS.filter((field) => isMet(sight, CATEGORY_OF_FIELD[field])).map((field): [ProfileField, FieldStanding] => {
    const value = field === 'locale' ? locale : field === 'managerId' ? (row.manager?.id ?? null) : (row[field] ?? null);
    const source = sourceOf({ origin: row.origin, sources }, field, value);
    return [field, { source, since: source === null ? null : (row.told[field]?.since ?? row.joinedAt), editors: [...editorsOf(field, source)] }];
  });
  return Object.fromEntries(standings);
}

const isMet = (sight: Sight | 'own', category: ProfileCategory | null): boolean => category === null || sight === 'own' || sight[category] === 'shown';

/** What an organization keeps beside, each value only where it was read. */
export const attributesOf = ({ attributes }: Pick<StandingRow, 'attributes'>): MemberAttribute[] =>
  attributes.map(({ seen, value, ...attribute }) => ({
    ...attribute,
    ...(seen && { value }),
    editors: [...attributeEditorsOf(attribute, attribute.source)],
  }));
