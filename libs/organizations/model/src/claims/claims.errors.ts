import { conflict, type DomainError } from '@smartpar/kernel';

/** The proof of the domain is missing or was not seen lately. */
export const proofMissing = (): DomainError =>
  conflict('account_claim.proof_missing', 'The proof of this domain is missing. Publish it, check it, and start again.');

/** A claim of the same accounts is running. */
export const claimRunning = (): DomainError => conflict('account_claim.running', 'A claim of the accounts with this domain is running already.');

/** There is nobody to claim. */
export const nobodyToClaim = (): DomainError => conflict('account_claim.nobody', 'No account uses this domain that is not your member already.');

/** It ended before. */
export const claimOver = (): DomainError => conflict('account_claim.over', 'This claim is over. Load the page again to see how it ended.');

/** The choice comes too late, or was made before. */
export const choiceMade = (): DomainError =>
  conflict('account_claim.choice_made', 'This cannot be chosen any more. Load the page again to see what holds for your account.');

/** Somebody answered first. */
export const objectionAnswered = (): DomainError => conflict('claim_objection.answered', 'This objection has been answered already.');

/** The two differ in something nobody here can decide. */
export const nothingToDispute = (): DomainError =>
  conflict('domain_dispute.nothing', 'Publish your proof and check it first. Only a domain that another organization has proved can be disputed.');

/** It was asked before. */
export const disputeOpen = (): DomainError => conflict('domain_dispute.open', 'SmartPAR is looking into this domain already.');

/** Somebody decided first. */
export const caseDecided = (): DomainError => conflict('domain_case.decided', 'This was decided already.');
