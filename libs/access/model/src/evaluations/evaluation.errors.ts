import { conflict, type DomainError } from '@smartpar/kernel';

/** An agreement is needed, and none is in force. */
export const evaluationsOff = (): DomainError =>
  conflict(
    'evaluation.off',
    'What people did is not evaluated here now: your organization says that this needs an agreement, and none is in force. Leave out the person you filter by, or ask an owner to enter the agreement.',
  );

/** Somebody saved the rules first. */
export const evaluationRulesChangedMeanwhile = (): DomainError =>
  conflict('evaluation_rules.changed_meanwhile', 'Somebody changed this while you were editing. Load it again, compare, and save once more.');

/** Somebody was faster. */
export const volumeAlertSettled = (): DomainError => conflict('volume_alert.settled', 'Somebody has settled this alert meanwhile. Load it again.');

/** There is no report yet. */
export const volumeAlertNotReported = (): DomainError =>
  conflict('volume_alert.not_reported', 'This person has not been reported since the alert. Report them first, then settle the alert.');
