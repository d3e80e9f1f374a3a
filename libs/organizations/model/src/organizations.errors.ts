import { conflict, type DomainError, invalid, tooMany } from '@smartpar/kernel';
import type { DomainRefusal } from './domain-name';

/** Somebody saved this first. */
export const changedMeanwhile = (): DomainError =>
  conflict(
    'organization.changed_meanwhile',
    'Somebody changed this while you were editing. Load it again, compare, and save once more; what you typed is still on your screen.',
  );

/** The short name is in use. */
export const slugTaken = (): DomainError => conflict('organization.slug_taken', 'This short name is taken. Choose another.');

/** A legal entity that sites are still under cannot go. */
export const legalEntityInUse = (): DomainError => conflict('legal_entity.in_use', 'Sites are still under this legal entity. Move them to another one first.');

/** A site where members still work cannot go. */
export const siteInUse = (): DomainError => conflict('site.in_use', 'Members still belong to this site. Move them to another one first.');

/** The list is full. */
export const tooManyOf = (noun: 'site' | 'legal_entity' | 'domain', most: number): DomainError =>
  conflict(`${noun}.too_many`, `There can be at most ${most} of these. Remove one you no longer need first.`);

/** The organization has this one already. */
export const domainClaimedAlready = (): DomainError =>
  conflict('domain.claimed_already', 'Your organization has claimed this domain already. Look for it in the list.');

/** A check ran a moment ago. */
export const checkedJustNow = (seconds: number): DomainError =>
  tooMany('domain.checked_just_now', 'This domain was checked a moment ago. Wait a few seconds and check again.', seconds);

const REFUSALS: Readonly<Record<DomainRefusal, string>> = {
  malformed: 'This is not a domain. It looks like example.com, without "http://" and without "@".',
  'not-public': 'This domain works only inside a network. Type one that is registered on the internet.',
  'public-mail': 'Anybody can have a mailbox at this domain, so no organization can call it its own. Type a domain your organization has registered.',
  'public-suffix': 'Many owners register names under this one. Type the whole domain your organization has registered.',
};

/** A domain no organization can claim. */
export const domainRefused = (refusal: DomainRefusal): DomainError =>
  invalid('domain.refused', REFUSALS[refusal], [{ field: 'domain', code: refusal.replace('-', '_'), message: REFUSALS[refusal] }]);

/** A subdivision of another country. */
export const subdivisionElsewhere = (): DomainError =>
  invalid('organization.subdivision_elsewhere', 'This subdivision is not in the chosen country.', [
    { field: 'subdivision', code: 'not_in_country', message: 'Type a subdivision of the chosen country, such as DE-BY, or leave it empty.' },
  ]);

/** What is named is not in this organization. */
export const unknownReference = (field: string, code: string, message: string): DomainError => invalid(code, message, [{ field, code: 'unknown', message }]);
