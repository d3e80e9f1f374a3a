import { TICKED } from '../tick/tick';
import type { Locale } from '@smartpar/platform/contract';
import type { AskQuestion } from '@smartpar/requests/model';

/** What stands in the form; texts only, so that a reload loses nothing. */
export const EMPTY_QUESTION = { text: '', identifier: '', replyTo: 'same', replyAddress: '', organization: '', concerns: 'unsure', aboutContact: '' };

/** What stands in the form. */
export type TypedQuestion = typeof EMPTY_QUESTION;

/** The message as it stands, before the contract has looked at it. */
export type QuestionMessage = Readonly<Record<keyof AskQuestion, unknown>>;

/**
 * Makes the message to send of what was typed.
 * @param locale language of the mails to come
 */
export const questionOf = (typed: TypedQuestion, locale: Locale): QuestionMessage => ({
  identifier: typed.identifier,
  replyAddress: typed.replyTo === 'other' ? typed.replyAddress : typed.identifier,
  organization: typed.organization.trim() === '' ? undefined : typed.organization,
  text: typed.text,
  concerns: typed.concerns,
  aboutContact: typed.aboutContact === TICKED,
  locale,
});
