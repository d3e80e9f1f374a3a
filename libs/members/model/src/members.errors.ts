import { conflict, DomainError, invalid, tooMany } from '@smartpar/kernel';

/** An organization never loses its last owner. */
export const lastOwner = (): DomainError =>
  conflict('member.last_owner', 'This is the only owner, and somebody has to own the organization. Make another active member an owner first.');

/** The member cannot go from the state they are in to the one asked for. */
export const stateForbids = (): DomainError =>
  conflict('member.state_forbids', 'This is not possible in the state the member is in now. Load the page again to see it.');

/** The role belongs to SmartPAR's workforce. */
export const roleNotHere = (): DomainError => conflict('member.role_not_here', 'This role exists only in the organization of SmartPAR’s own staff.');

/** Two members cannot share one work address. */
export const addressTaken = (): DomainError =>
  invalid('member.address_taken', 'A member with this e-mail address is in the organization already.', [
    { field: 'email', code: 'taken', message: 'Use another address, or find the member who has this one.' },
  ]);

/** No such member in this organization. */
export const unknownMember = (field: string): DomainError =>
  invalid('member.unknown', 'This is no active member of the organization.', [{ field, code: 'unknown', message: 'Choose somebody from the list.' }]);

/** Somebody saved this first. */
export const memberChangedMeanwhile = (): DomainError =>
  conflict(
    'member.changed_meanwhile',
    'Somebody changed this while you were editing. Load it again, compare, and save once more; what you typed is still on your screen.',
  );

/** What is typed is no phone number, or lacks its country. */
export const phoneUnclear = (field: 'phone' | 'privatePhone' = 'phone'): DomainError =>
  invalid('member.phone_unclear', 'This phone number cannot be used.', [
    { field, code: 'phone_unclear', message: 'Type the number with its country, such as +49 30 1234567.' },
  ]);

/** Whoever is named as manager is no member of this organization, or the person themself. */
export const unknownManager = (): DomainError =>
  invalid('member.unknown_manager', 'This person cannot be the manager.', [
    { field: 'managerId', code: 'unknown', message: 'Choose somebody else of the organization.' },
  ]);

/** What comes from the organization's directory is changed there. */
export const ledByDirectory = (field: string): DomainError =>
  invalid('member.led_by_directory', 'This comes from the directory of your organization. Change it there; it is brought here from there.', [
    { field, code: 'led_by_directory', message: 'This comes from the directory. Change it there.' },
  ]);

/** No such site in this organization. */
export const unknownSite = (): DomainError =>
  invalid('member.unknown_site', 'This site is not in the list.', [
    { field: 'siteId', code: 'unknown', message: 'Load the page again and choose a site from the list.' },
  ]);

/** Roles are given by owners. */
export const rolesByOwners = (): DomainError =>
  invalid('member.roles_by_owners', 'Only an owner gives roles.', [
    { field: 'roles', code: 'not_allowed', message: 'Invite without roles, and ask an owner to give them.' },
  ]);

/** Whoever does not see names cannot order by them. */
export const orderHidden = (): DomainError =>
  invalid('member.order_hidden', 'Names are not shown to you, so the list cannot be ordered by them.', [
    { field: 'order', code: 'not_allowed', message: 'Order by number.' },
  ]);

/** An invitation whose link no longer works: used, withdrawn, too old, replaced by a later one, or never made. */
export const invitationOver = (): DomainError =>
  new DomainError({
    code: 'invitation.over',
    status: 410,
    message: 'This invitation is no longer valid. It was used, withdrawn or replaced, or is too old. Ask your organization for a new one.',
  });

/** The invited address has an account: whoever has it signs in first. */
export const invitationWantsSignIn = (): DomainError =>
  conflict('invitation.sign_in_first', 'There is an account for this address already. Sign in with it, then accept the invitation.');

/** The invitation is for the holder of another account. */
export const invitationForAnother = (): DomainError =>
  conflict('invitation.other_account', 'This invitation went to an address that has another account. Sign in with that one.');

/** The account is a member of the organization already. */
export const memberAlready = (): DomainError => conflict('invitation.member_already', 'Your account is a member of this organization already.');

/** The invitation was sent a moment ago. */
export const invitedJustNow = (seconds: number): DomainError =>
  tooMany('invitation.sent_just_now', 'The invitation was sent a moment ago. Wait a minute before you send it again.', seconds);

/** The link to an address no longer works: too old, used, or another address was asked since. */
export const addressLinkSpent = (): DomainError =>
  new DomainError({
    code: 'member.address_link_spent',
    status: 410,
    message: 'This link no longer works. It was used, is too old, or another address was named since. Name the address once more.',
  });

/** What an organization gave somebody is no address of their own. */
export const addressNotPrivate = (): DomainError =>
  invalid('member.address_not_private', 'This is your work address.', [
    { field: 'email', code: 'not_private', message: 'Type an address of your own. Your work address is kept already.' },
  ]);

/** An address was asked a moment ago. */
export const addressAskedJustNow = (seconds: number): DomainError =>
  tooMany('member.address_asked_just_now', 'An address was asked a moment ago. Wait a minute before you name the next.', seconds);
