import { BREAK_GLASS_GROUNDS } from '@smartpar/access/model';
import { LOCALES } from '@smartpar/platform/contract';
import type { LetterContext } from '@smartpar/platform/mail';
import { breakGlassBegunMail, breakGlassOverdueMail, breakGlassReviewedMail } from './break-glass.mail';

describe.each(LOCALES)('mails about emergencies in %s', (locale) => {
  const context: LetterContext = { locale, baseUrl: 'https://privacy.smartpar.example', link: () => '', date: (iso) => iso };
  const facts = { organizationId: 'o1', breakGlassId: 'b1', outcome: null };

  it.each(BREAK_GLASS_GROUNDS)('say that it was %s, and lead to the page', (ground) => {
    for (const mail of [breakGlassBegunMail, breakGlassOverdueMail]) {
      const letter = mail.letter({ ...facts, ground }, context);
      expect(letter.facts?.[0]?.value).not.toBe(ground);
      expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/access/break-glass/b1');
    }
  });

  it('tell whoever was judged what was found', () => {
    const found = (outcome: 'justified' | 'not-justified') => breakGlassReviewedMail.letter({ ...facts, ground: 'safety', outcome }, context).facts?.[1]?.value;
    expect(found('justified')).not.toBe(found('not-justified'));
  });
});
