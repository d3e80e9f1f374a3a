import type { SignedReviewCertificate } from '@smartpar/access/model';
import { certificatePdf, printable, signaturesIn } from './certificate-pdf';

const signed = (name: string): SignedReviewCertificate => ({
  certificate: {
    version: 1,
    organization: { id: '0193f000-0000-7000-8000-000000000001', name },
    review: '0193f000-0000-7000-8000-000000000002',
    covers: ['roles'],
    scope: { kind: 'site', value: 'Łódź' },
    silence: 'revokes',
    stages: 1,
    startedAt: '2026-03-01T08:00:00Z',
    startedBy: 'M-10001',
    dueAt: '2026-03-31T08:00:00Z',
    closedAt: '2026-03-31T08:00:01Z',
    panel: [{ member: 'M-10004', part: 'reviewer', answers: 2 }],
    counts: { items: 3, kept: 1, reduced: 0, revoked: 1, gone: 0, silent: 1, lastOwner: 0 },
    list: { lines: 3, sha256: 'ab'.repeat(32) },
  },
  note: 'said\n\n\u2014 larkspur abcd\n',
});

it.each(['Larkspur GmbH', 'Žluťoučký kůň', 'Ελλάδα', 'Привіт', 'Nguyễn', 'ẞ „so“ – 5 €'])('writes %s with its own letters', (name) => {
  expect(printable(name)).toBe(name.normalize('NFC'));
});

it('marks what the font cannot write', () => {
  expect(printable('Larkspur 李 🙂')).toBe('Larkspur ? ?');
});

it.each(['Larkspur GmbH', 'Žluťoučký kůň', '李'])('makes a file of the certificate of %s, the same each time', async (name) => {
  const [one, other] = await Promise.all([certificatePdf(signed(name), 'en'), certificatePdf(signed(name), 'en')]);
  expect(one.subarray(0, 5).toString()).toBe('%PDF-');
  expect(one.equals(other)).toBe(true);
  expect(one.equals(await certificatePdf(signed(name), 'de'))).toBe(false);
});

it('shows who signed, and not what was signed', () => {
  expect(signaturesIn(signed('Larkspur').note)).toEqual(['\u2014 larkspur abcd']);
});
