import { conflict, type DomainError, invalid } from '@smartpar/kernel';
import { EXTRACT_MOST_PEOPLE } from './extract';

/** Nobody of those chosen may be looked at for this, or nobody was chosen. */
export const extractOfNobody = (): DomainError =>
  conflict('extract.nobody', 'Nobody you chose is covered by your access for this purpose. Ask for access first, or choose other people.');

/** More people were chosen than one extract holds. */
export const extractTooLarge = (): DomainError =>
  invalid('extract.too_many', `One file holds ${EXTRACT_MOST_PEOPLE} people at most. Choose fewer.`, [
    { field: 'whom', code: 'too_many', message: `Choose ${EXTRACT_MOST_PEOPLE} people at most.` },
  ]);

/** The extract is not in a state that allows this. */
export const extractStateForbids = (): DomainError =>
  conflict('extract.state_forbids', 'This is not possible any more. Load the page again to see where it stands.');

/** The access the file rests on has ended. */
export const extractAccessEnded = (): DomainError =>
  conflict('extract.access_ended', 'Your access to this data has ended, so the file cannot be fetched any more.');

/** Somebody changed the rules first. */
export const extractRulesChanged = (): DomainError =>
  conflict('extract_rules.changed_meanwhile', 'Somebody changed this while you were editing. Load it again, compare, and save once more.');
