import type { ProfileCategory } from '@smartpar/access/model';
import { memberNumberText, type FieldStanding, type MemberView, type ProfileField } from '@smartpar/members/model';

/** One line of what is kept of a member: what stands there, as far as it is shown, and where it comes from. */
export interface KeptFact {
  /** the name of the field, or the id of what the organization made up itself */
  readonly field: string;
  readonly label: string;
  readonly category: ProfileCategory;
  readonly value: string | null | undefined;
  readonly standing: Pick<FieldStanding, 'source' | 'since' | 'editors'> | undefined;
  /** how a value is said: a country by its name, a day in the reader's way */
  readonly say: (value: string) => string;
}

/** How values of some kinds are said. */
export interface Sayings {
  readonly field: (field: ProfileField) => string;
  readonly country: (code: string) => string;
  readonly day: (day: string) => string;
  readonly yesNo: (word: string) => string;
}

const asIs = (value: string): string => value;

type Listed = readonly [field: ProfileField, category: ProfileCategory, valueOf: (member: MemberView) => string | null | undefined];

/** What everybody has beside name, work address and work phone. */
const LISTED: readonly Listed[] = [
  ['displayName', 'user.name', ({ profile }) => profile.displayName],
  ['department', 'user.workplace', ({ profile }) => profile.department],
  ['managerId', 'user.workplace', ({ profile: { manager } }) => manager && memberNumberText(manager.number)],
  ['employeeNumber', 'user.workplace', ({ profile }) => profile.employeeNumber],
  ['country', 'user.location', ({ profile }) => profile.country],
  ['timeZone', 'user.location', ({ profile }) => profile.timeZone],
  ['privateEmail', 'user.contact.email.private', ({ profile }) => profile.privateEmail],
  ['privatePhone', 'user.contact.phone_number.private', ({ profile }) => profile.privatePhone],
];

/** Everything that is kept of a member beside name, work address and work phone: what everybody has, then what the organization made up. */
export function keptFacts(member: MemberView, sayings: Sayings): readonly KeptFact[] {
  const usual = LISTED.map(([field, category, valueOf]) => ({
    ...{ field, category, label: sayings.field(field), value: valueOf(member), standing: member.fields[field] },
    say: field === 'country' ? sayings.country : asIs,
  }));
  const own = member.attributes.map((attribute) => ({
    ...{ field: attribute.id, category: attribute.category, label: attribute.name, value: attribute.value },
    standing: attribute.value === undefined ? undefined : attribute,
    say: attribute.kind === 'yes-no' ? sayings.yesNo : attribute.kind === 'date' ? sayings.day : asIs,
  }));
  return [...usual, ...own];
}
