import { LOCALES } from '@smartpar/platform/contract';
import type { Letter, LetterContext } from '@smartpar/platform/mail';
import { askedExtractMail, lapsedExtractMail, raisedLimitMail, readyExtractMail, refusedExtractMail, stoppedExtractMail } from './extract.mail';

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

  it('say of what ended early no reason but where to read it: there are several', () => {
    expect(letters[4]?.paragraphs.join(' ')).toMatch(/ended before everybody was in the file|endete, bevor alle darin standen/);
    expect(letters[4]?.paragraphs.join(' ')).not.toMatch(/access|Zugriff/);
  });

  it('tell that one may take out more alone, when that counts for whoever said so, and where it is said', () => {
    const { subject, paragraphs, action } = raisedLimitMail.letter({ organizationId: 'o1', organization: 'Larkspur' }, context);
    expect([subject, paragraphs.join(' ')]).toEqual([expect.stringContaining('Larkspur'), expect.stringMatching(/\b72 (hours|Stunden)\b/)]);
    expect(action?.url).toBe('https://privacy.smartpar.example/org/o1/access/extracts');
  });

  it('say for how many hours something waits, as the organization set it, and for how many a file is kept', () => {
    expect(letters[0]?.paragraphs.join(' ')).toMatch(/\b6 (hours|Stunden)\b/);
    expect(letters[3]?.paragraphs.join(' ')).toMatch(/\b24\b/);
  });
});
