import { LOCALES } from '@smartpar/platform/contract';
import type { LetterContext } from '@smartpar/platform/mail';
import { requestsMails } from './all-mails';
import { confirmationMail } from './confirmation.mail';
import { receiptMail } from './receipt.mail';
import { inboxUrl } from './request-mail';

const context = (locale: (typeof LOCALES)[number]): LetterContext => ({
  locale,
  baseUrl: 'https://privacy.example',
  link: (path, purpose, parts) => `https://privacy.example${path}#t=${purpose}.${parts.join('.')}`,
  date: (iso) => `the ${iso}`,
});

/** Facts of every mail at once; each template takes its own. */
const FACTS = {
  organizationId: 'org-1',
  requestId: 'request-1',
  reference: 'Q-7K4M-2P9X',
  organization: 'Larkspur Instruments',
  dueOn: '2026-04-02',
  promisedOn: '2026-04-02',
  contactName: 'Dana Reyes',
  contactEmail: 'privacy@larkspur.example',
  questionId: 'question-1',
  generation: 2,
  confirmBefore: '2026-03-09T09:00:00Z',
  ageInDays: 40,
  state: 'received',
};

const RENDERED = requestsMails.flatMap((mail) => LOCALES.map((locale) => [mail.name, locale, mail.letter(FACTS, context(locale))] as const));

describe('the mails', () => {
  it('are named once each, after their slice', () => {
    expect(new Set(requestsMails.map(({ name }) => name)).size).toBe(requestsMails.length);
    expect(requestsMails.every(({ name }) => name.startsWith('requests.'))).toBe(true);
  });

  it.each(RENDERED)('%s in %s is whole: subject, text, one thing to press, and why it came', (_name, _locale, letter) => {
    expect(letter.subject.length).toBeGreaterThan(10);
    expect(letter.paragraphs.join(' ').length).toBeGreaterThan(40);
    expect(letter.footer.length).toBeGreaterThan(40);
    expect(letter.action?.url).toMatch(/^https:\/\/privacy\.example\//);
    expect(JSON.stringify(letter)).not.toMatch(/undefined|null|\[object|!/);
  });

  it.each(requestsMails.map(({ name, letter }) => [name, letter] as const))('%s says something else in each language', (_name, letter) => {
    const [english, german] = LOCALES.map((locale) => letter(FACTS, context(locale)));
    expect(english?.subject).not.toBe(german?.subject);
    expect(english?.action?.url).toBe(german?.action?.url);
  });
});

describe('a receipt', () => {
  const text = (facts: Partial<Parameters<typeof receiptMail.letter>[0]>) => JSON.stringify(receiptMail.letter({ ...FACTS, ...facts }, context('en')));

  it('names who answers, how to reach them, the reference and the day, and carries the private link', () => {
    for (const part of ['Larkspur Instruments', 'Dana Reyes, privacy@larkspur.example', 'Q-7K4M-2P9X', 'the 2026-04-02', '/follow#t=follow.request-1'])
      expect(text({})).toContain(part);
  });

  it('names nobody where the person has not proved who they are', () => {
    const unnamed = text({ organization: null, contactName: null, contactEmail: null });
    expect(unnamed).not.toMatch(/Larkspur|Dana|privacy@/);
    expect(unnamed).toContain('Q-7K4M-2P9X');
  });

  it('does without a contact where nobody is named', () => {
    expect(text({ contactName: null, contactEmail: null })).not.toContain('Contact');
  });
});

describe('a confirmation', () => {
  it('carries the latest link and its end, and nothing of the question', () => {
    const letter = confirmationMail.letter({ questionId: 'question-1', generation: 2, confirmBefore: '2026-03-09T09:00:00Z' }, context('en'));
    expect(letter.action?.url).toBe('https://privacy.example/ask/confirm#t=confirm-question.question-1.2');
    expect(JSON.stringify(letter)).toContain('the 2026-03-09T09:00:00Z');
  });
});

describe('a mail to those who answer', () => {
  it('leads to the request in their inbox', () => {
    expect(inboxUrl('https://privacy.example', FACTS)).toBe('https://privacy.example/org/org-1/inbox/request-1');
  });
});
