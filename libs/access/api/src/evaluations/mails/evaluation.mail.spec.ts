import { LOCALES } from '@smartpar/platform/contract';
import type { LetterContext } from '@smartpar/platform/mail';
import { loneAlertMail, receiptMail, volumeAlertMail } from './evaluation.mail';

describe.each(LOCALES)('mails about evaluations in %s', (locale) => {
  const context: LetterContext = { locale, baseUrl: 'https://privacy.smartpar.example', link: () => '', date: (iso) => iso };

  it('lead to the alert, and say nothing of whom it is', () => {
    const letter = volumeAlertMail.letter({ organizationId: 'o1', alertId: 'a1' }, context);
    expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/access/alerts/a1');
    expect(JSON.stringify(letter)).not.toMatch(/M-\d|!/);
  });

  it('of what nobody may settle lead to the alerts as such, and to none of them', () => {
    const letter = loneAlertMail.letter({ organizationId: 'o1' }, context);
    expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/access/evaluations/alerts');
    expect(JSON.stringify(letter)).not.toMatch(/M-\d|!/);
  });

  it.each([0, 31])('name the month and its %i evaluations, and lead to the receipt', (runs) => {
    const letter = receiptMail.letter({ organizationId: 'o1', receiptId: 'r1', month: '2026-03', runs }, context);
    expect(letter.facts?.[0]?.value).toBe(locale === 'en' ? 'March 2026' : 'März 2026');
    expect(letter.subject).toContain(letter.facts?.[0]?.value);
    expect(letter.facts?.[1]?.value).toMatch(runs === 0 ? /^(none|keine)$/ : /^31$/);
    expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/access/evaluations/receipts/r1');
    expect(JSON.stringify(letter)).not.toContain('!');
  });
});
