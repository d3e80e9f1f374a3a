import { demoPerson, DIFFERENT_NAMES } from './names';

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
});
