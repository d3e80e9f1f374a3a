/** Which of the two people: the named contact, or who stands in. */
export const CONTACT_POSITIONS = ['contact', 'substitute'] as const;

/** Which of the two people: the named contact, or who stands in. */
export type ContactPosition = (typeof CONTACT_POSITIONS)[number];

/** A person who answers privacy questions for an organization, as the people asking see them. */
export interface ContactPerson {
  /** the member this is, where they are one; reminders then reach them without a second address */
  readonly memberId: string | null;
  readonly name: string;
  readonly email: string;
  readonly postalAddress: string;
  /** language codes (ISO 639) this person reads */
  readonly languages: readonly string[];
}

/** The contact and who stands in; both may be missing. */
export interface PrivacyContact {
  readonly contact: ContactPerson | null;
  readonly substitute: ContactPerson | null;
}

/** What follows from the contact an organization has, or has not, named. */
export type ContactGap = 'nobody-named' | 'no-substitute' | 'same-person-twice';

/**
 * What is missing, worst first; an empty list when both are named.
 * With nobody named, questions reach the owners, the person is told no name, and staff see the organization as needing attention.
 */
export function gapsOf({ contact, substitute }: PrivacyContact): readonly ContactGap[] {
  if (contact === null) return ['nobody-named'];
  if (substitute === null) return ['no-substitute'];
  const same = contact.memberId === null ? contact.email.toLowerCase() === substitute.email.toLowerCase() : contact.memberId === substitute.memberId;
  return same ? ['same-person-twice'] : [];
}

/**
 * Applies a change in which `undefined` leaves and `null` clears.
 * When the contact is cleared and a substitute remains, the substitute still stands in; nobody is promoted unasked.
 */
export const withChange = (before: PrivacyContact, change: Partial<PrivacyContact>): PrivacyContact => ({
  contact: change.contact === undefined ? before.contact : change.contact,
  substitute: change.substitute === undefined ? before.substitute : change.substitute,
});
