import { conflict, type DomainError, invalid } from '@smartpar/kernel';
import { MAX_GROUP_LEVELS, MAX_GROUPS } from './group.contract';

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

/** There is no such group to stand inside. */
export const unknownParent = (): DomainError =>
  invalid('group.unknown_parent', 'The group you chose is not there any more.', [
    { field: 'parentId', code: 'unknown', message: 'Load the page again and choose once more.' },
  ]);

/** It would stand inside itself. */
export const groupInsideItself = (): DomainError =>
  conflict('group.inside_itself', 'The group you chose is this one, or stands inside it. Choose another, or take that one out first.');

/** There would be too many, one inside the other. */
export const groupsTooDeep = (): DomainError =>
  conflict('group.too_deep', `At most ${MAX_GROUP_LEVELS} groups can stand one inside the other. Choose one further out.`);

/** Others stand inside it. */
export const groupHasGroups = (): DomainError => conflict('group.has_groups', 'Other groups stand inside this one. Take them out first.');

/** The directory says what it is called and who is in it. */
export const groupFromDirectory = (): DomainError => conflict('group.from_directory', 'This group comes from your directory. Change it there.');

/** Nobody widens their own sight. */
export const groupWidensOwnSight = (): DomainError =>
  conflict('group.widens_own_sight', 'You would see or may do more by this yourself. Ask another owner to do it.');
