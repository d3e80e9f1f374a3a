import { conflict, type DomainError } from '@smartpar/kernel';

/** A complaint about this entry is open already. */
export const entryChallenged = (): DomainError =>
  conflict('ledger.challenged', 'You have complained about this look already. Go on in that question; nothing you wrote is lost.');

/** The entry is held back already, or a second person has still to answer. */
export const delayWaits = (): DomainError => conflict('ledger-delay.waiting', 'Somebody has asked for this already, and a second person has still to answer.');

/** A second person refused to hold this entry back, or said nothing: asking again would hold it back again. */
export const delayRefusedBefore = (): DomainError =>
  conflict('ledger-delay.refused_before', 'A second person did not agree to this before, by a no or by silence. It cannot be asked for again.');

/** Whoever looked does not ask that their own look be told later. */
export const delayOfOwnLook = (): DomainError => conflict('ledger-delay.own_look', 'You made this look yourself. Somebody else has to ask for this.');

/** It was decided, or nobody answered in time. */
export const delaySettled = (): DomainError => conflict('ledger-delay.settled', 'This was decided meanwhile, or nobody answered in time. Load it again.');

/** Whoever asked, whoever looked, and whoever became responsible afterwards do not agree to it. */
export const delayNotToDecide = (): DomainError =>
  conflict(
    'ledger-delay.not_yours_to_decide',
    'You asked for this, made the look yourself, or became responsible only afterwards. Somebody else has to decide.',
  );
