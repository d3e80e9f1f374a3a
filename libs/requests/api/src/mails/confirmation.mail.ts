import { defineMail } from '@smartpar/platform/mail';
import { CONFIRM_PATH, CONFIRM_PURPOSE } from './request-mail';

/** Facts of a confirmation mail: the question's id and which of its links this is; nothing of what was typed. */
export type ConfirmationFacts = { readonly questionId: string; readonly generation: number; readonly confirmBefore: string };

/** Asks the holder of the reply address whether they asked. Only pressing the button on the page hands the question over. */
export const confirmationMail = defineMail<ConfirmationFacts>('requests.confirmation', {
  en: ({ questionId, generation, confirmBefore }, { link, date }) => ({
    subject: 'Please confirm your privacy question',
    paragraphs: [
      'Somebody, probably you, asked a privacy question and gave this address for the answer.',
      'Open the page below and press the button there to hand the question over. Until then nobody reads it.',
      `The link works until ${date(confirmBefore)}. If you did not ask, do nothing: the question is then forgotten.`,
    ],
    action: { label: 'Look at my question', url: link(CONFIRM_PATH, CONFIRM_PURPOSE, [questionId, String(generation)]) },
    footer: 'You get this mail because this address was typed on a privacy page. It is not used for anything else.',
  }),
  de: ({ questionId, generation, confirmBefore }, { link, date }) => ({
    subject: 'Bitte bestätigen Sie Ihre Datenschutzfrage',
    paragraphs: [
      'Jemand, wahrscheinlich Sie, hat eine Frage zum Datenschutz gestellt und diese Adresse für die Antwort angegeben.',
      'Öffnen Sie die Seite unten und drücken Sie dort den Knopf, um die Frage abzuschicken. Bis dahin liest sie niemand.',
      `Der Link gilt bis ${date(confirmBefore)}. Wenn Sie nicht gefragt haben, tun Sie nichts: Die Frage wird dann vergessen.`,
    ],
    action: { label: 'Meine Frage ansehen', url: link(CONFIRM_PATH, CONFIRM_PURPOSE, [questionId, String(generation)]) },
    footer: 'Sie bekommen diese Mail, weil diese Adresse auf einer Datenschutzseite eingetippt wurde. Sie wird für nichts anderes verwendet.',
  }),
});
