import { readPhone } from '@smartpar/members/model';
import { demoPerson, demoPhone, demoStatus, DIFFERENT_NAMES } from './names';

const people = Array.from({ length: 6000 }, (_, n) => demoPerson(n, 'larkspur.example'));

describe('made-up people', () => {
  it('are the same ones each time', () => {
    expect(demoPerson(4711, 'larkspur.example')).toEqual(demoPerson(4711, 'larkspur.example'));
  });

  it('each have an address of their own, in ASCII, under a domain nobody can own', () => {
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    for (const { email } of people) expect(email).toMatch(/^[a-z]+(\.[a-z]+)?\.\d+@larkspur\.example$/);
  });

  it('have thousands of different names', () => {
    expect(new Set(people.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBeGreaterThan(DIFFERENT_NAMES * 0.9);
  });

  it('have phone numbers set aside for fiction', () => {
    for (const { phone } of people) expect(phone).toMatch(/^\+1 202 555 01\d\d$/);
  });

  it('are active for the most part, and some of each thousand are not', () => {
    const standing = (status: string): number => people.slice(0, 1000).filter((_, n) => demoStatus(n) === status).length;
    expect(['active', 'invited', 'suspended'].map(standing)).toEqual([996, 2, 2]);
  });

  it.each(['DE', 'GB', 'US', 'NL'])('have phone numbers as they are kept, wherever they are: %s', (country) => {
    for (const n of [0, 9, 42, 99]) expect(readPhone(demoPhone(n, country), null)).toBe(demoPhone(n, country));
  });
});
