import { emailAddress, shortText } from '@smartpar/platform/contract';
import * as z from 'zod';
import { fieldErrors } from './field-errors';

const contract = z.strictObject({
  email: emailAddress(),
  name: shortText(5),
  days: z.number().int().min(1).max(30),
  mood: z.enum(['glad', 'sad']),
  homes: z
    .array(z.strictObject({ town: z.string() }))
    .min(1)
    .max(2),
});
const good = { email: 'ada@example.com', name: 'Ada', days: 3, mood: 'glad', homes: [{ town: 'London' }] };
const errorsOf = (change: object) => fieldErrors(contract, { ...good, ...change }, 'en').map(({ field, code }) => [field, code]);

describe('what is wrong with a field', () => {
  it.each<[string, object, readonly [string, string]]>([
    ['missing', { name: undefined }, ['name', 'required']],
    ['of another kind', { days: 'three' }, ['days', 'wrong_type']],
    ['null', { name: null }, ['name', 'wrong_type']],
    ['empty', { name: '' }, ['name', 'too_short']],
    ['too long', { name: 'Augusta' }, ['name', 'too_long']],
    ['too small', { days: 0 }, ['days', 'too_small']],
    ['too large', { days: 31 }, ['days', 'too_large']],
    ['not whole', { days: 1.5 }, ['days', 'wrong_type']],
    ['no address', { email: 'ada' }, ['email', 'wrong_format']],
    ['outside the list', { mood: 'bored' }, ['mood', 'not_allowed']],
    ['a control character', { name: 'A\u0000' }, ['name', 'invalid']],
    ['an unknown field', { age: 3 }, ['age', 'unknown_field']],
    ['an unknown field further in', { homes: [{ town: 'x', zip: 1 }] }, ['homes.0.zip', 'unknown_field']],
    ['a list too short', { homes: [] }, ['homes', 'too_short']],
    ['a missing field further in', { homes: [{}] }, ['homes.0.town', 'required']],
  ])('%s', (_, change, expected) => {
    expect(errorsOf(change)).toEqual([expected]);
  });

  it('has a code of its own where the contract gives one', () => {
    const own = z.string().refine((text) => text !== 'x', { error: 'Not that.', params: { code: 'taken' } });
    expect(fieldErrors(own, 'x', 'en')).toEqual([{ field: '', code: 'taken', message: 'Not that.' }]);
  });

  it('is said in the language of the reader', () => {
    const say = (locale: 'en' | 'de') => fieldErrors(contract, { ...good, days: 31 }, locale)[0]?.message;
    expect([say('en'), say('de')]).toEqual([expect.stringMatching(/^Too big/), expect.stringMatching(/^Zu groß/)]);
  });

  it('is every field at once', () => {
    expect(errorsOf({ name: '', days: 0, mood: 'x' })).toHaveLength(3);
  });

  it('is not listed without end, nor at full length', () => {
    const flood = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}${'x'.repeat(1000)}`, 1]));
    const errors = fieldErrors(contract, { ...good, ...flood }, 'en');
    expect([errors.length, JSON.stringify(errors).length < 25_000]).toEqual([50, true]);
  });

  it('is nothing where nothing is wrong', () => {
    expect(fieldErrors(contract, good, 'en')).toEqual([]);
  });
});
