import { Temporal } from '@smartpar/kernel';
import fc from 'fast-check';
import * as z from 'zod';
import { projection, UnpresentableAnswer } from './projection';

const sent = (schema: z.ZodType, value: unknown): unknown => JSON.parse(JSON.stringify(projection(schema)(value)));

const person = z.object({
  name: z.string(),
  age: z.number().optional(),
  home: z.object({ town: z.string() }).nullable(),
  tags: z.array(z.object({ word: z.string() })),
  seenAt: z.iso.datetime(),
  mood: z.enum(['glad', 'sad']),
});
const ada = { name: 'Ada', home: { town: 'London' }, tags: [{ word: 'x' }], seenAt: '2026-03-02T09:00:00Z', mood: 'glad' };

describe('a projection', () => {
  it('copies what the contract names', () => {
    expect(sent(person, { ...ada, age: 36 })).toEqual({ ...ada, age: 36 });
  });

  it('drops what it does not name, at any depth', () => {
    expect(sent(person, { ...ada, password: 'x', home: { town: 'London', street: 'x' }, tags: [{ word: 'x', by: 'y' }] })).toEqual(ada);
  });

  it('passes on the very object that holds just what is named: rows of a list need no copy', () => {
    const row = z.object({ id: z.string(), open: z.boolean(), by: z.string().nullable() });
    const list = { items: [{ id: 'a', open: true, by: null }], next: null };
    expect(projection(z.object({ items: z.array(row), next: z.string().nullable() }))(list)).toBe(list);
    const another = { open: true, id: 'a', by: null };
    expect(projection(row)(another)).toBe(another);
  });

  it('never passes on more than is named, wherever it stands and however it got there', () => {
    const word = z.object({ a: z.string(), b: z.string().optional(), c: z.object({ d: z.string() }).optional() });
    const part = fc.constantFrom('a', 'b', 'c', 'd', 'toJSON', 'secret');
    const value = fc.array(fc.tuple(part, fc.constantFrom('x', { d: 'x' }, { d: 'x', secret: 'x' }, undefined))).map((entries) => Object.fromEntries(entries));
    fc.assert(
      fc.property(value, fc.boolean(), (given, inherited) => {
        const object: unknown = inherited ? Object.create(given) : given;
        const { success, data } = word.safeParse(inherited ? { ...given } : given);
        if (!success) return expect(() => projection(word)(object)).toThrow(UnpresentableAnswer);
        return expect(JSON.parse(JSON.stringify(projection(word)(object)))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('copies of a record the entries its keys name, each held to its contract', () => {
    const record = z.object({ sight: z.record(z.enum(['name', 'phone']), z.enum(['shown', 'hidden'])) });
    expect(sent(record, { sight: { name: 'shown', phone: 'hidden', password: 'x' } })).toEqual({ sight: { name: 'shown', phone: 'hidden' } });
    expect(sent(record, { sight: { name: 'shown' } })).toEqual({ sight: { name: 'shown' } });
    for (const wrong of [{ name: 'seen' }, 'shown', null]) expect(() => sent(record, { sight: wrong })).toThrow(UnpresentableAnswer);
  });

  it.each<[string, unknown, string]>([
    ['an instant', Temporal.Instant.from('2026-03-02T09:00:00Z'), '2026-03-02T09:00:00Z'],
    ['a date of the driver', new Date('2026-03-02T09:00:00Z'), '2026-03-02T09:00:00.000Z'],
  ])('writes %s as text', (_, seenAt, written) => {
    expect(sent(person, { ...ada, seenAt })).toMatchObject({ seenAt: written });
  });

  it.each<[string, unknown]>([
    ['an object in the place of text', { ...ada, name: { first: 'Ada', password: 'x' } }],
    ['a list in the place of text', { ...ada, name: ['Ada'] }],
    ['a date that is none', { ...ada, seenAt: new Date(Number.NaN) }],
    ['a number in the place of text', { ...ada, name: 3 }],
    ['text in the place of a number', { ...ada, age: '36' }],
    ['null where it is not foreseen', { ...ada, name: null }],
    ['a missing part', { ...ada, name: undefined }],
    ['a word outside the list', { ...ada, mood: 'bored' }],
    ['no list', { ...ada, tags: { word: 'x' } }],
    ['nothing', undefined],
    ['null', null],
  ])('withholds the answer for %s', (_, value) => {
    expect(() => projection(person)(value)).toThrow(UnpresentableAnswer);
  });

  it('never quotes a value when it withholds', () => {
    expect(() => projection(person)({ ...ada, mood: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
  });

  it.each<[string, unknown]>([
    ['a word that is none of them', { kind: 'c', x: 1 }],
    ['no word at all', { x: 1 }],
    ["another one's parts", { kind: 'a', y: 'z' }],
    ['no object', 'a'],
    ['null', null],
  ])('withholds a union by its literal for %s', (_, value) => {
    const union = z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), x: z.number() }), z.object({ kind: z.enum(['b', 'd']), y: z.string() })]);
    expect(() => projection(union)(value)).toThrow(UnpresentableAnswer);
    expect(sent(union, { kind: 'd', y: 'z', x: 1 })).toEqual({ kind: 'd', y: 'z' });
  });

  it.each<[string, z.ZodType, unknown, unknown]>([
    [
      'a union by its literal',
      z.discriminatedUnion('kind', [z.object({ kind: z.literal('a'), x: z.number() }), z.object({ kind: z.literal('b'), y: z.string() })]),
      { kind: 'b', x: 1, y: 'z' },
      { kind: 'b', y: 'z' },
    ],
    ['a union of plain kinds', z.union([z.string(), z.number(), z.null()]), 7, 7],
    ['a record', z.record(z.string(), z.object({ n: z.number() })), { a: { n: 1, m: 2 } }, { a: { n: 1 } }],
    ['a tuple', z.tuple([z.string(), z.number()]), ['a', 1], ['a', 1]],
    ['anything where the contract says so', z.unknown(), [1, { a: [null] }], [1, { a: [null] }]],
    ['a list of lists', z.array(z.array(z.boolean())), [[true], []], [[true], []]],
    ['a read-only object', z.object({ a: z.string() }).readonly(), { a: 'x', b: 'y' }, { a: 'x' }],
    ['a whole number', z.int(), 3, 3],
  ])('understands %s', (_, schema, value, expected) => {
    expect(sent(schema, value)).toEqual(expected);
  });

  it('withholds what fits no alternative', () => {
    expect(() => projection(z.union([z.string(), z.number()]))({ secret: 1 })).toThrow(UnpresentableAnswer);
  });

  it('lets out exactly what zod lets out, whatever is added', () => {
    const contract = z.object({ a: z.string(), b: z.array(z.object({ c: z.number().nullable() })) });
    const answer = fc.record({ a: fc.string(), b: fc.array(fc.record({ c: fc.option(fc.integer()), extra: fc.anything() })), more: fc.anything() });
    fc.assert(fc.property(answer, (value) => JSON.stringify(projection(contract)(value)) === JSON.stringify(contract.parse(value))));
  });
});
