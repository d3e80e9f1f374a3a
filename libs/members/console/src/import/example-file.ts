import type { Locale } from '@smartpar/platform/contract';
import { csvText } from '@smartpar/platform/ui';

const FIELDS = ['email', 'firstName', 'lastName', 'phone', 'site', 'locale'] as const;

/** The number is one of those set aside for films and books: nobody can be called by it. */
const PHONE = '+49 30 23125001';

/** Whoever says texts; the console's `Language`. */
interface Speaker {
  say(key: string): string;
  current(): Locale;
}

/**
 * A small file as an import takes it, in the language in use.
 * @param site the name of a site there is; none where there is none
 */
export function exampleFile(language: Speaker, site: string): string {
  const say = (key: string): string => language.say(`members.import.${key}`);
  const locale = language.current();
  return csvText(
    [
      FIELDS.map((field) => say(`heading.${field}`)),
      ['mira.moorgreen@example.com', say('file.person.first'), say('file.person.last'), PHONE, site, locale],
      ['kim@example.com', 'Kim', '', '', '', ''],
    ],
    // spreadsheet programs in German take the comma for the sign within numbers
    locale === 'de' ? ';' : ',',
  );
}
