import { LOCKBOX_JUSTIFICATIONS } from '@smartpar/access/model';
import { LOCALES } from '@smartpar/platform/contract';
import type { LetterContext } from '@smartpar/platform/mail';
import { approvedMail, requestedMail, startedMail } from './lockbox.mail';

describe.each(LOCALES)('mails about lockboxes in %s', (locale) => {
  const context: LetterContext = { locale, baseUrl: 'https://privacy.smartpar.example', link: () => '', date: (iso) => iso };

  it.each([requestedMail, approvedMail, startedMail].flatMap((mail) => LOCKBOX_JUSTIFICATIONS.map((reason) => [mail.name, reason, mail] as const)))(
    '%s for %s names the case and the reason, and leads to the page',
    (_name, justification, mail) => {
      const letter = mail.letter({ organizationId: 'o1', lockboxId: 'l1', caseReference: 'CASE-48211', justification }, context);
      expect(letter.facts?.[0]?.value).toBe('CASE-48211');
      expect(letter.facts?.[1]?.value).not.toBe(justification);
      expect(letter.action?.url).toBe('https://privacy.smartpar.example/org/o1/access/lockbox/l1');
      expect(JSON.stringify(letter)).not.toContain('!');
    },
  );
});
