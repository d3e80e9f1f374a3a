import { LOCALES } from '@smartpar/platform/contract';
import type { LetterContext } from '@smartpar/platform/mail';
import { reviewAskedMail, reviewClosedMail, reviewRemindedMail, reviewToConfirmMail } from './review.mail';

describe.each(LOCALES)('mails about reviews of access in %s', (locale) => {
  const context: LetterContext = { locale, baseUrl: 'https://privacy.smartpar.example', link: () => '', date: (iso) => `<${iso}>` };
  const facts = { organizationId: 'o1', reviewId: 'r1', organization: 'Larkspur', dueAt: '2026-03-09T09:00:00Z', items: 12, ended: 3 };

  it.each([
    ['asked', reviewAskedMail],
    ['asked to confirm', reviewToConfirmMail],
    ['reminded', reviewRemindedMail],
  ])('say until when there is time to whoever is %s, and lead to the page', (_, mail) => {
    const letter = mail.letter(facts, context);
    expect(letter.paragraphs.join(' ')).toContain('<2026-03-09T09:00:00Z>');
    expect(letter.subject).toMatch(/^Larkspur: /);
    expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/access/reviews/r1');
  });

  it('tell whoever started one what came of it', () => {
    const [said = ''] = reviewClosedMail.letter(facts, context).paragraphs;
    expect(said).toContain('12');
    expect(said).toContain('3');
  });
});
