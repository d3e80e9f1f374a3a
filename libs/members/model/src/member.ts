/** States of a member. */
export const MEMBER_STATUSES = ['invited', 'active', 'suspended', 'deactivated', 'de-identified'] as const;

/** State of a member: asked to join, at work, kept out for now, leaving with a grace that can be cancelled, or no longer a known person. */
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

const FROM: Readonly<Record<MemberStatus, readonly MemberStatus[]>> = {
  invited: ['active', 'suspended', 'deactivated'],
  active: ['suspended', 'deactivated'],
  suspended: ['invited', 'active', 'deactivated'],
  deactivated: ['de-identified'],
  'de-identified': [],
};

/** Tells whether a member may go from one state to another; nothing leads back from de-identified, and from deactivated only that whoever left comes back. */
export const mayBecome = (from: MemberStatus, to: MemberStatus): boolean => FROM[from].includes(to);

/** Tells whether somebody in this state may act in the organization: only an active member. */
export const mayAct = (status: MemberStatus): boolean => status === 'active';

/** Number the first member of an organization gets; five digits from the start, so that it does not tell how many there are. */
export const FIRST_MEMBER_NUMBER = 10_001;

/** A member number as people read and write it: `M-10422`. */
export const memberNumberText = (number: number): string => `M-${number}`;

/**
 * Reads a member number as people type it: `M-10422`, `m10422`, `10422`.
 * @returns the number, or `null` for anything else
 */
export function parseMemberNumber(text: string): number | null {
  const digits = /^(?:m-?)?(\d{5,9})$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Tells whether an invitation may be sent to somebody: they belong here, and have nothing to sign in with yet. */
export const mayBeInvited = (status: MemberStatus, signsIn: boolean): boolean => !signsIn && (status === 'invited' || status === 'active');
