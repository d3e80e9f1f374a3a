import { conflict, type DomainError, invalid } from '@smartpar/kernel';

/** The time to come back is over. */
export const graceOver = (): DomainError =>
  conflict('member.grace_over', 'The time in which this could be taken back is over. Invite the person anew; what was kept before stays apart.');

/** Whoever prints a letter holds its code, and the code opens the person's own questions. */
export const letterNotYours = (): DomainError =>
  conflict(
    'member.letter_not_yours',
    'The code in the letter opens the person’s privacy questions, so only somebody who answers them all may print it. Send the code by mail, or ask an owner.',
  );

/** The code opens nothing. */
export const leaverCodeWrong = (): DomainError =>
  invalid('leaver.code_wrong', 'This code opens nothing. Compare it with the letter, character by character.', [
    { field: 'code', code: 'wrong', message: 'Type the code as it stands in your letter or mail.' },
  ]);

/** Somebody saved this first. */
export const lifeRulesChanged = (): DomainError =>
  conflict('life_rules.changed_meanwhile', 'Somebody changed this while you were editing. Load it again, compare, and save once more.');
