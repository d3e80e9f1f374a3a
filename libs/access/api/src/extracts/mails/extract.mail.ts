import { EXTRACT_KEPT_HOURS, WIDENING_ALONE_HOURS } from '@smartpar/access/model';
import { defineMail, type Letter, type LetterContext } from '@smartpar/platform/mail';
import { hoursIn } from '../../decisions/decide-within';

/** Facts of a mail about how many one may take out alone. */
export type RaisedLimitFacts = { readonly organizationId: string; readonly organization: string };

/** Facts of a mail about an extract: no data, no names of people, no figures and no reason. */
export type ExtractMailFacts = RaisedLimitFacts & { readonly extractId: string };

/** Facts of a mail about one that waits: the hours until silence refuses it. */
export type AskedExtractFacts = ExtractMailFacts & { readonly hours: number };

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const addressOf = (facts: RaisedLimitFacts | ExtractMailFacts, { baseUrl }: LetterContext): string =>
  `${baseUrl}/org/${facts.organizationId}/access/extracts${'extractId' in facts ? `/${facts.extractId}` : ''}`;

const english = (facts: RaisedLimitFacts | ExtractMailFacts, context: LetterContext, words: Words): Letter => ({
  ...words,
  action: { label: 'Open it', url: addressOf(facts, context) },
  footer: `You get this mail because you are a member of ${facts.organization}. Nobody’s data is in it.`,
});

const german = (facts: RaisedLimitFacts | ExtractMailFacts, context: LetterContext, words: Words): Letter => ({
  ...words,
  action: { label: 'Öffnen', url: addressOf(facts, context) },
  footer: `Sie bekommen diese Mail, weil Sie Mitglied von ${facts.organization} sind. Daten von Personen stehen nicht darin.`,
});

/** Somebody wants to take the data of many people out, and this member may agree. */
export const askedExtractMail = defineMail<AskedExtractFacts>('access.extract-asked', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: somebody wants to take out the data of many people`,
      paragraphs: [
        'Somebody wants the data of many people in one file. A second person has to agree, and you may be that person.',
        `If nobody decides within ${hoursIn('en', facts.hours)}, it is refused by itself.`,
      ],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Jemand möchte die Daten vieler Personen herausholen`,
      paragraphs: [
        'Jemand möchte die Daten vieler Personen in einer Datei. Eine zweite Person muss zustimmen, und das können Sie sein.',
        `Entscheidet innerhalb von ${hoursIn('de', facts.hours)} niemand, ist es von selbst abgelehnt.`,
      ],
    }),
});

/** A second person refused. */
export const refusedExtractMail = defineMail<ExtractMailFacts>('access.extract-refused', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: the file you asked for is refused`,
      paragraphs: ['A second person did not agree to the file with the data of many people. Open it to read why.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Die erbetene Datei ist abgelehnt`,
      paragraphs: ['Eine zweite Person hat der Datei mit den Daten vieler Personen nicht zugestimmt. Öffnen Sie sie, um zu lesen, warum.'],
    }),
});

/** Nobody decided in time. */
export const lapsedExtractMail = defineMail<ExtractMailFacts>('access.extract-lapsed', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: nobody decided about the file you asked for`,
      paragraphs: ['Nobody decided in time about the file with the data of many people, so it is refused. You may ask again.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Niemand hat über die erbetene Datei entschieden`,
      paragraphs: [
        'Über die Datei mit den Daten vieler Personen hat niemand rechtzeitig entschieden. Sie ist damit abgelehnt. Sie können noch einmal darum bitten.',
      ],
    }),
});

/** The file is there. */
export const readyExtractMail = defineMail<ExtractMailFacts>('access.extract-ready', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: the file you asked for is ready`,
      paragraphs: [`A second person agreed, and the file is written. You can fetch it for ${EXTRACT_KEPT_HOURS} hours; then it is destroyed.`],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Die erbetene Datei ist fertig`,
      paragraphs: [
        `Eine zweite Person hat zugestimmt, und die Datei ist geschrieben. Sie können sie ${EXTRACT_KEPT_HOURS} Stunden lang holen, dann wird sie vernichtet.`,
      ],
    }),
});

/** It ended before everybody was in it. */
export const stoppedExtractMail = defineMail<ExtractMailFacts>('access.extract-stopped', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: the file you asked for is not complete`,
      paragraphs: ['A second person agreed to the file. It ended before everybody was in the file. Open it to read why.'],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Die erbetene Datei ist nicht vollständig`,
      paragraphs: ['Eine zweite Person hat der Datei zugestimmt. Sie endete, bevor alle darin standen. Öffnen Sie sie, um zu lesen, warum.'],
    }),
});

/** An owner lets one take out more people alone, and this member agrees to what is more. */
export const raisedLimitMail = defineMail<RaisedLimitFacts>('access.extract-limit-raised', {
  en: (facts, context) =>
    english(facts, context, {
      subject: `${facts.organization}: one may take out the data of more people alone`,
      paragraphs: [
        'An owner changed how many people’s data one may take out alone. It is more than before, so you will be asked less often.',
        `For the owner who changed it, it counts in ${hoursIn('en', WIDENING_ALONE_HOURS)}. If it should not, speak with them or with another owner.`,
      ],
    }),
  de: (facts, context) =>
    german(facts, context, {
      subject: `${facts.organization}: Man darf allein die Daten von mehr Personen herausholen`,
      paragraphs: [
        'Wer Eigentümer ist, hat geändert, von wie vielen Personen man allein Daten herausholen darf. Es sind mehr als vorher. Sie werden also seltener gefragt.',
        `Für die Person, die es geändert hat, gilt es in ${hoursIn('de', WIDENING_ALONE_HOURS)}. Soll es nicht so sein, sprechen Sie mit ihr oder mit anderen Eigentümern.`,
      ],
    }),
});

/** Every kind of mail about extracts. */
export const extractMails = [askedExtractMail, refusedExtractMail, lapsedExtractMail, readyExtractMail, stoppedExtractMail, raisedLimitMail] as const;
