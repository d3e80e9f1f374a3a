import { conflict, type DomainError, invalid } from '@smartpar/kernel';

/** Nobody reports themselves. */
export const violationOfOneself = (): DomainError =>
  invalid('violation.oneself', 'You cannot report yourself. Tell an owner or the privacy officer what happened.', [
    { field: 'memberId', code: 'oneself', message: 'Choose somebody else.' },
  ]);

/** An organization keeps an owner who can act. */
export const violationOfLastOwner = (): DomainError =>
  conflict('violation.last_owner', 'This is the only owner who can act now, and somebody has to. Make another member an owner first.');

/** They are kept from others' data already. */
export const violationRunsAlready = (): DomainError =>
  conflict('violation.running', 'This person is kept from others’ data already. Open the case that runs and add what you know there.');

/** What is cited is no look of theirs. */
export const evidenceUnknown = (): DomainError =>
  invalid('violation.evidence_unknown', 'One of the looks is not there, or was made by somebody else.', [
    { field: 'entryIds', code: 'unknown', message: 'Cite looks of the person you report.' },
  ]);

/** It was decided, or nobody did in time. */
export const violationSettled = (): DomainError => conflict('violation.settled', 'This was decided meanwhile, or nobody decided in time. Load it again.');

/** Each person says once what they think. */
export const opinionGiven = (): DomainError => conflict('violation.opinion_given', 'You have said what you think. Somebody else has to decide as well.');

/** Whoever reported it, or got the right to decide only afterwards, does not decide it. */
export const violationNotToDecide = (): DomainError =>
  conflict('violation.not_yours_to_decide', 'You reported this, or became responsible only afterwards. Others have to decide it.');
