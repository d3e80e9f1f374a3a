import { Temporal } from '@smartpar/kernel';
import { contactOf, isLate, isTold } from './own-request';

const row = (rest: Partial<Parameters<typeof isLate>[0]> = {}): Parameters<typeof isLate>[0] => ({
  state: 'in-progress',
  paused: false,
  proved: true,
  firstWrittenAt: null,
  dueAt: new Date('2026-04-16T06:59:59Z'),
  promisedOn: '2026-04-02',
  ...rest,
});
const late = (now: string, rest?: Partial<Parameters<typeof isLate>[0]>) => isLate(row(rest), Temporal.Instant.from(now));

describe("one's own request", () => {
  it('is late when the last second of its day is over', () => {
    expect(late('2026-04-16T06:59:59Z')).toBe(false);
    expect(late('2026-04-16T07:00:00Z')).toBe(true);
  });

  it.each([{ state: 'answered' }, { paused: true }] as const)('is never late with %j', (rest) => {
    expect(late('2027-01-01T00:00:00Z', rest)).toBe(false);
  });

  it("is late by the platform's day alone while nobody may be named", () => {
    expect(late('2026-04-02T23:59:59Z', { proved: false })).toBe(false);
    expect(late('2026-04-03T00:00:00Z', { proved: false })).toBe(true);
    expect(late('2026-04-03T00:00:00Z', { proved: false, firstWrittenAt: new Date('2026-03-05T00:00:00Z') })).toBe(false);
  });

  it('names who answers to somebody proved, or written to', () => {
    expect([isTold(row()), isTold(row({ proved: false })), isTold(row({ proved: false, firstWrittenAt: new Date(0) }))]).toEqual([true, false, true]);
  });
});

describe('a named contact', () => {
  it('is shown without the member they are, and without an address that was left empty', () => {
    const contact = { memberId: 'm', name: 'Dana Reyes', email: 'dana@works.example', postalAddress: '', languages: ['en'] };
    expect(contactOf(contact)).toEqual({ name: 'Dana Reyes', email: 'dana@works.example', postalAddress: null, languages: ['en'] });
  });
});
