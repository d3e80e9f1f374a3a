import { CATEGORY_OF_FIELD, type FieldStanding, memberNumberText, type MyProfile, type ProfileField } from '@smartpar/members/model';
import type { ProfileCategory } from '@smartpar/access/model';

/** One thing an organization keeps of the reader. */
export interface ProfileFact {
  readonly id: string;
  /** its texts are below `home.held.facts` */
  readonly code: string;
  /** what the organization calls it, where it made it up itself */
  readonly named: string | null;
  readonly value: string | null;
  readonly category: ProfileCategory | undefined;
  readonly standing: Pick<FieldStanding, 'source' | 'since'> | undefined;
  /** whether the reader changes it themself */
  readonly own: boolean;
  /** it is used no more */
  readonly retired: boolean;
}

/** How values of some kinds are said. */
export interface Sayings {
  readonly country: (code: string) => string;
  readonly day: (day: string) => string;
  readonly yesNo: (word: string) => string;
}

const FIELDS = ['displayName', 'privatePhone', 'timeZone', 'country', 'department', 'managerId', 'employeeNumber'] as const satisfies readonly ProfileField[];

/** What an organization keeps of the reader beside name, address, phone and language: what everybody has, then what it made up. */
export function profileFacts(profile: MyProfile, sayings: Sayings): readonly ProfileFact[] {
  const usual = FIELDS.map((field): ProfileFact => {
    const standing = profile.fields[field];
    const own = standing?.editors.includes('person') === true;
    const category = CATEGORY_OF_FIELD[field] ?? undefined;
    return { id: field, code: field, named: null, value: valueOf(profile, field, sayings), category, standing, own, retired: false };
  });
  const made = profile.attributes.map((attribute): ProfileFact => {
    const { id, name, category, value = null, editors, retiredAt, kind } = attribute;
    const said = value === null ? null : kind === 'yes-no' ? sayings.yesNo(value) : kind === 'date' ? sayings.day(value) : value;
    const retired = retiredAt !== null;
    return { id, code: 'attribute', named: name, value: said, category, standing: attribute, own: !retired && editors.includes('person'), retired };
  });
  return [...usual, ...made];
}

function valueOf(profile: MyProfile, field: (typeof FIELDS)[number], { country }: Sayings): string | null {
  if (field === 'managerId') return profile.manager && memberNumberText(profile.manager.number);
  return field === 'country' ? profile.country && country(profile.country) : profile[field];
}
