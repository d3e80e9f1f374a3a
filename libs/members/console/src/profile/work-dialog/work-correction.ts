import { memberNumberText, type MemberAttribute, type MemberView } from '@smartpar/members/model';

/** What is typed about somebody's work; empty for none, and for what is hidden. */
export interface TypedWork {
  readonly displayName: string;
  readonly department: string;
  readonly employeeNumber: string;
  /** the member number of whoever leads them */
  readonly managerId: string;
  readonly country: string;
  readonly timeZone: string;
  /** of what the organization made up, by its id */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What stands in the fields before anything is typed. */
export const typedWork = ({ profile, attributes }: Pick<MemberView, 'profile' | 'attributes'>): TypedWork => ({
  displayName: profile.displayName ?? '',
  department: profile.department ?? '',
  employeeNumber: profile.employeeNumber ?? '',
  managerId: profile.manager ? memberNumberText(profile.manager.number) : '',
  country: profile.country ?? '',
  timeZone: profile.timeZone ?? '',
  attributes: Object.fromEntries(attributes.map(({ id, value }) => [id, value ?? ''])),
});

const TEXTS = ['displayName', 'department', 'employeeNumber', 'country', 'timeZone'] as const;

/** What was changed, by the names of the message; whoever leads them by number still. */
export interface WorkChange {
  readonly fields: Readonly<Partial<Record<(typeof TEXTS)[number], string | null>>>;
  /** none where nothing of it was changed */
  readonly attributes: Readonly<Record<string, string | null>> | undefined;
  /** `undefined` where it stays */
  readonly manager: string | null | undefined;
}

/** What was changed, and nothing else: what was emptied is taken away. */
export function workChange(typed: TypedWork, base: TypedWork): WorkChange {
  const changed = TEXTS.filter((field) => typed[field].trim() !== base[field]);
  const ids = Object.keys(typed.attributes).filter((id) => typed.attributes[id]?.trim() !== base.attributes[id]);
  const attributes = ids.map((id): [string, string | null] => [id, orNull(typed.attributes[id] ?? '')]);
  return {
    fields: Object.fromEntries(changed.map((field): [string, string | null] => [field, orNull(typed[field])])),
    attributes: attributes.length === 0 ? undefined : Object.fromEntries(attributes),
    manager: typed.managerId.trim() === base.managerId ? undefined : orNull(typed.managerId),
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Whether somebody else than a directory changes a value. */
export const isOpen = (standing: Pick<MemberAttribute, 'editors'> | undefined): boolean => standing === undefined || standing.editors.includes('administrator');
