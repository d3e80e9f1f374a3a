import { LOCKBOX_JUSTIFICATIONS } from '@smartpar/access/model';
import { LOCALES } from '@smartpar/platform/contract';
import type { LetterContext } from '@smartpar/platform/mail';
import { approvedMail, requestedMail, startedMail } from './lockbox.mail';
import { staffLockboxMail, TOLD_STATES } from './staff-lockbox.mail';

describe.each(LOCALES)('mails about lockboxes in %s', (locale) => {
  const context: LetterContext = { locale, baseUrl: 'https://privacy.smartpar.example', link: () => '', date: (iso) => iso };

  it.each([requestedMail, approvedMail, startedMail].flatMap((mail) => LOCKBOX_JUSTIFICATIONS.map((reason) => [mail.name, reason, mail] as const)))(
    '%s for %s names the case and the reason, and leads to the page',
    (_name, justification, mail) => {
      const letter = mail.letter({ organizationId: 'o1', lockboxId: 'l1', caseReference: 'CASE-48211', justification, hours: 12 }, context);
      expect(letter.facts?.[0]?.value).toBe('CASE-48211');
      expect(letter.facts?.[1]?.value).not.toBe(justification);
      expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/access/lockbox/l1');
      expect(JSON.stringify(letter)).not.toContain('!');
    },
  );

  it.each(TOLD_STATES)('staff read of %s which case it is, and nothing of anybody', (state) => {
    const letter = staffLockboxMail.letter({ lockboxId: 'l1', caseReference: 'CASE-48211', state }, context);
    expect(letter.subject).toMatch(/^CASE-48211 /);
    expect(letter.action?.url).toBe('https://privacy.smartpar.example/oversight/lockboxes/l1');
    expect(JSON.stringify(letter)).not.toContain('!');
  });
});
