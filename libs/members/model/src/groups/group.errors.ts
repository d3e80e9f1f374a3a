import { conflict, type DomainError, invalid } from '@smartpar/kernel';
import { MAX_GROUPS } from './group.contract';

/** Two groups of one organization cannot share a name. */
export const groupNameTaken = (): DomainError =>
  invalid('group.name_taken', 'There is a group with this name already.', [
    { field: 'name', code: 'taken', message: 'Type another name, or use the group there is.' },
  ]);

/** Somebody renamed it first. */
export const groupChangedMeanwhile = (): DomainError =>
  conflict('group.changed_meanwhile', 'Somebody changed this group while you were editing. Load it again, compare, and save once more.');

/** The list is full. */
export const tooManyGroups = (): DomainError => conflict('group.too_many', `There can be at most ${MAX_GROUPS} groups. Remove one you no longer need first.`);

/** Something still hangs on the group. */
export const groupInUse = (): DomainError => conflict('group.in_use', 'Somebody holds a role, or may see data, for this group. Take that away first.');

/** Somebody who is not there, or not to be seen. */
export const unknownToGroup = (): DomainError =>
  invalid('group.unknown_member', 'Somebody you chose is no member of the organization any more.', [
    { field: 'memberIds', code: 'unknown', message: 'Load the page again and choose once more.' },
  ]);
