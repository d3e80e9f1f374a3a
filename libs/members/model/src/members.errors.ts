import { conflict, type DomainError, invalid } from '@smartpar/kernel';

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
