import { LOCALES } from '@smartpar/platform/contract';
import type { Letter, LetterContext } from '@smartpar/platform/mail';
import { askedExtractMail, lapsedExtractMail, readyExtractMail, refusedExtractMail, stoppedExtractMail } from './extract.mail';

const FACTS = { organizationId: 'o1', extractId: 'x1', organization: 'Larkspur', hours: 6 };

describe.each(LOCALES)('mails about the data of many people in %s', (locale) => {
  const context: LetterContext = { locale, baseUrl: 'https://privacy.smartpar.example', link: () => '', date: (iso) => iso };
  const letters: readonly Letter[] = [askedExtractMail, refusedExtractMail, lapsedExtractMail, readyExtractMail, stoppedExtractMail].map((mail) =>
    mail.letter(FACTS, context),
  );

  it('say each something else, of which organization, and lead to the page', () => {
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(letters.length);
    for (const letter of letters) {
      expect(letter.subject).toContain('Larkspur');
      expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/access/extracts/x1');
    }
  });

  it('say for how many hours something waits, as the organization set it, and for how many a file is kept', () => {
    expect(letters[0]?.paragraphs.join(' ')).toMatch(/\b6 (hours|Stunden)\b/);
    expect(letters[3]?.paragraphs.join(' ')).toMatch(/\b24\b/);
  });
});
