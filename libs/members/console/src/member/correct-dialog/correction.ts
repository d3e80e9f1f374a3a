import type { CorrectMember, MemberView } from '@smartpar/members/model';
import { LOCALES } from '@smartpar/platform/contract';

/** The facts of a member as they are typed; empty for none, and for what is hidden. */
export type TypedFacts = Readonly<Record<'email' | 'firstName' | 'lastName' | 'phone' | 'locale', string>>;

const FIELDS = ['email', 'firstName', 'lastName', 'phone', 'locale'] as const;

/** What a member's facts look like in the fields. */
export const typedFacts = ({ profile, locale }: Pick<MemberView, 'profile' | 'locale'>): TypedFacts => ({
  email: profile.email ?? '',
  firstName: profile.firstName ?? '',
  lastName: profile.lastName ?? '',
  phone: profile.phone ?? '',
  locale,
});

/**
 * What was changed, and nothing else: an emptied last name or phone number is taken away.
 * @param base what stood in the fields before anything was typed
 */
export function correctionOf(typed: TypedFacts, base: TypedFacts, version: number): CorrectMember {
  const changed = (field: keyof TypedFacts): string | undefined => (typed[field].trim() === base[field] ? undefined : typed[field].trim());
  const cleared = (field: keyof TypedFacts): string | null | undefined => (changed(field) === '' ? null : changed(field));
  return {
    version,
    email: changed('email'),
    firstName: changed('firstName'),
    lastName: cleared('lastName'),
    phone: cleared('phone'),
    locale: LOCALES.find((locale) => locale === changed('locale')),
  };
}

/** What became of the fields when somebody else saved first. */
export interface Meanwhile {
  /** what stands in the fields now: what was typed, and theirs where nothing was */
  readonly typed: TypedFacts;
  /** fields that were typed in and are another thing now than they were */
  readonly differing: readonly (keyof TypedFacts)[];
}

/** Brings together what was typed and what somebody else saved meanwhile. */
export function meanwhile(typed: TypedFacts, base: TypedFacts, now: TypedFacts): Meanwhile {
  const touched = FIELDS.filter((field) => typed[field] !== base[field]);
  const kept = Object.fromEntries(touched.map((field) => [field, typed[field]]));
  return { typed: { ...now, ...kept }, differing: touched.filter((field) => now[field] !== base[field] && now[field] !== typed[field].trim()) };
}
