import type { ProfileCategory } from '@smartpar/access/model';

/** What an organization keeps of a person beside what it makes up itself. */
export const PROFILE_FIELDS = [
  ...(['firstName', 'lastName', 'displayName', 'email', 'phone', 'privateEmail', 'privatePhone'] as const),
  ...(['locale', 'timeZone', 'country', 'department', 'employeeNumber', 'managerId'] as const),
] as const;

/** One thing an organization keeps of a person. */
export type ProfileField = (typeof PROFILE_FIELDS)[number];

/** Who put a value there: the organization's directory, a file, the person, the app, or whoever administers members. */
export const FIELD_SOURCES = ['directory', 'import', 'person', 'app', 'administrator'] as const;

/** Who put a value there. */
export type FieldSource = (typeof FIELD_SOURCES)[number];

/** How a member came: what nobody changed since came with them. */
export const ORIGINS = ['directory', 'import', 'administrator'] as const satisfies readonly FieldSource[];

/** How a member came. */
export type Origin = (typeof ORIGINS)[number];

/** Who may change a value; of `directory` nobody may here, since it would be undone from there. */
export const FIELD_EDITORS = ['person', 'administrator', 'directory'] as const;

/** Who may change a value. */
export type FieldEditor = (typeof FIELD_EDITORS)[number];

/** The kind of personal data each field is; the language of mails is none, as it always was. */
export const CATEGORY_OF_FIELD: Readonly<Record<ProfileField, ProfileCategory | null>> = {
  ...({ firstName: 'user.name', lastName: 'user.name', displayName: 'user.name' } as const),
  ...({ email: 'user.contact.email.work', phone: 'user.contact.phone_number.work' } as const),
  ...({ privateEmail: 'user.contact.email.private', privatePhone: 'user.contact.phone_number.private' } as const),
  ...({ locale: null, timeZone: 'user.location', country: 'user.location' } as const),
  ...({ department: 'user.workplace', employeeNumber: 'user.workplace', managerId: 'user.workplace' } as const),
};

const PRIVATE: readonly ProfileField[] = ['privateEmail', 'privatePhone'];
const OWN: readonly ProfileField[] = ['locale', 'timeZone'];
const SHARED: readonly ProfileField[] = ['displayName', 'phone'];

/**
 * Who may change a field. What is private is the person's alone; how they are written to and where they are is theirs, whoever told it first.
 * Everything else that came from the directory is changed there, and what is kept at work by whoever administers members.
 * @param source who put there what stands there; `null` where nothing does
 */
export function editorsOf(field: ProfileField, source: FieldSource | null): readonly FieldEditor[] {
  if (PRIVATE.includes(field)) return ['person'];
  if (OWN.includes(field)) return ['person', 'administrator'];
  if (source === 'directory') return ['directory'];
  return SHARED.includes(field) ? ['person', 'administrator'] : ['administrator'];
}

/** Tells whether a directory leaves a value alone: the person chose it, and it is theirs. */
export const isKeptByPerson = (field: ProfileField, source: FieldSource | null): boolean =>
  source === 'person' && (PRIVATE.includes(field) || OWN.includes(field));

/** Where the fields of a member come from. */
export interface FieldOrigins {
  readonly origin: Origin;
  /** what was changed since they came, and by whom */
  readonly sources: Readonly<Partial<Record<ProfileField, FieldSource>>>;
}

/**
 * Who put there what stands in a field.
 * @param value what stands there
 * @returns `null` where nothing does and nobody took it away
 */
export const sourceOf = ({ origin, sources }: FieldOrigins, field: ProfileField, value: string | null): FieldSource | null =>
  sources[field] ?? (value === null ? null : origin);
