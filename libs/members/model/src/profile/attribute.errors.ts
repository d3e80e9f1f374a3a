import { conflict, type DomainError, invalid } from '@smartpar/kernel';
import { MAX_ATTRIBUTES } from './attribute.contract';

/** Two attributes cannot have one name. */
export const attributeNameTaken = (): DomainError =>
  invalid('profile_attribute.name_taken', 'There is one with this name already.', [{ field: 'name', code: 'taken', message: 'Choose another name.' }]);

/** Somebody saved this first. */
export const attributeChangedMeanwhile = (): DomainError =>
  conflict('profile_attribute.changed_meanwhile', 'Somebody changed this while you were editing. Load it again, compare, and save once more.');

/** There are as many as there may be. */
export const tooManyAttributes = (): DomainError =>
  conflict('profile_attribute.too_many', `An organization keeps at most ${MAX_ATTRIBUTES} of them. Retire one first.`);

/** What has no choices is given none. */
export const noChoices = (): DomainError =>
  invalid('profile_attribute.no_choices', 'There is nothing to choose here.', [
    { field: 'choices', code: 'not_allowed', message: 'Leave the choices out; this is no choice.' },
  ]);

/** A value is none of the kind it is to be, or of something that is not kept here. */
export const attributeValueUnclear = (attributeId: string): DomainError =>
  invalid('profile_attribute.value_unclear', 'This value cannot be used.', [
    { field: `attributes.${attributeId}`, code: 'value_unclear', message: 'Type a value of the kind that is asked for.' },
  ]);
