import { defineMail } from './letter';
import { MailTemplates } from './registry';
import { MailRendering, type StoredMail } from './rendering';

const receipt = defineMail<{ requestId: string; due: string }>('test.receipt', {
  en: (facts, { link, date }) => ({
    subject: 'We have your question',
    paragraphs: ['Thank you.', '<b>Not</b> markup & safe'],
    facts: [{ label: 'Answer by', value: date(facts.due, 'Europe/Berlin') }],
    action: { label: 'Follow your question', url: link('/follow', 'follow', [facts.requestId]) },
    footer: 'You asked a question.',
  }),
  de: (facts, { date }) => ({ subject: 'Ihre Frage ist da', paragraphs: [`Antwort bis ${date(facts.due)}`], footer: 'Sie haben gefragt.' }),
});

const rendering = new MailRendering(new MailTemplates([receipt]), {
  baseUrl: 'https://console.example.com',
  token: (purpose, parts) => `${purpose}.${parts.join('.')}`,
});

const stored = (locale: 'en' | 'de'): StoredMail => ({
  id: '0190b6a2-0000-7000-8000-000000000001',
  to_address: 'ann@example.com',
  locale,
  template: 'test.receipt',
  facts: { requestId: 'r1', due: '2026-03-31T22:30:00Z' },
  created_at: new Date('2026-03-01T00:00:00Z'),
});

describe('rendering a mail', () => {
  it('makes the link token at the last moment, in the fragment', () => {
    expect(rendering.render(stored('en')).text).toContain('https://console.example.com/follow#t=follow.r1');
  });

  it('writes dates in the reader language and the time zone of the matter', () => {
    expect(rendering.render(stored('en')).text).toContain('Wednesday, 1 April 2026');
    expect(rendering.render(stored('de')).text).toContain('Dienstag, 31. März 2026');
  });

  it('escapes everything in the HTML part and nothing in the text part', () => {
    const { html, text } = rendering.render(stored('en'));
    expect(html).toContain('&lt;b&gt;Not&lt;/b&gt; markup &amp; safe');
    expect(html).not.toContain('<b>');
    expect(text).toContain('<b>Not</b> markup & safe');
  });

  it('loads nothing from elsewhere', () => {
    expect(rendering.render(stored('en')).html).not.toMatch(/<(img|link|script|style)\b/);
  });

  it('keeps the Message-ID the same at every try', () => {
    expect(rendering.render(stored('en')).messageId).toBe('<0190b6a2-0000-7000-8000-000000000001@console.example.com>');
    expect(rendering.render(stored('en')).messageId).toBe(rendering.render(stored('en')).messageId);
  });

  it('refuses a template nobody declared, and two of one name', () => {
    expect(() => rendering.render({ ...stored('en'), template: 'test.unknown' })).toThrow('test.unknown');
    expect(() => new MailTemplates([receipt, receipt])).toThrow('same name');
  });
});
