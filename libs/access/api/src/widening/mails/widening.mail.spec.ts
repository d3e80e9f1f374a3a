import { LOCALES } from '@smartpar/platform/contract';
import type { LetterContext } from '@smartpar/platform/mail';
import { loneWideningMail, settledWideningMail, wideningAskedMail } from './widening.mail';

describe.each(LOCALES)('mails about roles that are to see more, in %s', (locale) => {
  const context: LetterContext = { locale, baseUrl: 'https://privacy.smartpar.example', link: () => '', date: (iso) => iso };

  it.each([wideningAskedMail, loneWideningMail])('say for how long it waits, and lead to where it is settled', (mail) => {
    const letter = mail.letter({ organizationId: 'o1', hours: 72 }, context);
    expect(letter.paragraphs.join(' ')).toContain('72');
    expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/settings/grants');
    expect(JSON.stringify(letter)).not.toContain('!');
  });

  it.each(['approved', 'refused', 'lapsed', 'decidable'] as const)('say that it is %s', (state) => {
    expect(settledWideningMail.letter({ organizationId: 'o1', state }, context).paragraphs).toHaveLength(1);
  });
});

it('a role that sees no more than before is not said to have lost anything', () => {
  const context: LetterContext = { locale: 'de', baseUrl: 'https://privacy.smartpar.example', link: () => '', date: (iso) => iso };
  const subjects = (['refused', 'lapsed', 'decidable'] as const).map((state) => settledWideningMail.letter({ organizationId: 'o1', state }, context).subject);
  expect(new Set(subjects)).toEqual(new Set(['Eine Rolle sieht weiterhin nicht mehr als bisher']));
});
