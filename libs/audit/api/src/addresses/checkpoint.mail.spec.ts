import type { LetterContext } from '@smartpar/platform/mail';
import { auditMails, checkpointMail } from './checkpoint.mail';

const NOTE = 'smartpar.ai/audit-log/o-1\n1650\nAAAA\n\n\u2014 smartpar.ai/audit-log/o-1 BBBB';
const facts = { origin: 'smartpar.ai/audit-log/o-1', number: 12, size: 1650, note: NOTE };
const context = (locale: 'en' | 'de'): LetterContext => ({ locale, baseUrl: 'https://privacy.example.com', link: () => '', date: (iso) => iso });

describe('the mail that carries a checkpoint', () => {
  it.each(['en', 'de'] as const)('holds it whole, in lines of its own, and says what it is good for: %s', (locale) => {
    const { subject, paragraphs, footer } = checkpointMail.letter(facts, context(locale));
    expect(paragraphs).toContain(NOTE);
    expect(paragraphs.join(' ')).toContain('1650');
    expect(subject).toContain('12');
    expect([subject, ...paragraphs, footer].join('')).not.toContain('!');
  });

  it('is among the mails of this room', () => {
    expect(auditMails.map(({ name }) => name)).toEqual(['audit.checkpoint']);
  });
});
