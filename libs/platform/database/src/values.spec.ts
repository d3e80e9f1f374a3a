import { Temporal } from '@smartpar/kernel';
import { instantColumn, toInstant, toInstantOrNull, toParameter, valueTypes } from './values';

const read = (oid: number, text: string): unknown => (valueTypes.getTypeParser(oid, 'text') as (text: string) => unknown)(text); // as: the driver's parsers are untyped

it.each<[string, number, string, unknown]>([
  ['a bigint as a number', 20, '42', 42],
  ['the largest exact bigint', 20, '9007199254740991', Number.MAX_SAFE_INTEGER],
  ['a calendar date as text, in no time zone', 1082, '2026-03-02', '2026-03-02'],
  ['an interval as text', 1186, '1 day', '1 day'],
  ['a numeric as text, never rounded', 1700, '0.10', '0.10'],
  ['a boolean', 16, 't', true],
  ['json', 3802, '{"a":1}', { a: 1 }],
])('reads %s', (_, oid, text, value) => {
  expect(read(oid, text)).toEqual(value);
});

it('refuses a bigint that would be rounded', () => {
  expect(() => read(20, '9007199254740993')).toThrow(RangeError);
});

it('reads a moment to the millisecond', () => {
  const date = read(1184, '2026-03-02 10:00:00.123+01');
  expect(date).toBeInstanceOf(Date);
  expect(date instanceof Date && toInstant(date).toString()).toBe('2026-03-02T09:00:00.123Z');
  expect(toInstantOrNull(null)).toBeNull();
});

it.each<[string, unknown, unknown]>([
  ['an instant', Temporal.Instant.from('2026-03-02T09:00:00Z'), '2026-03-02T09:00:00.000Z'],
  ['a calendar date', Temporal.PlainDate.from('2026-03-02'), '2026-03-02'],
  ['a duration', Temporal.Duration.from({ hours: 72 }), 'PT72H'],
  ['many', [Temporal.PlainDate.from('2026-03-02'), null], ['2026-03-02', null]],
  ['nothing', null, null],
  ['text', 'as it is', 'as it is'],
])('sends %s', (_, value, sent) => {
  expect(toParameter(value)).toEqual(sent);
});

it('turns columns of entities into Temporal and back', () => {
  const instant = Temporal.Instant.from('2026-03-02T09:00:00Z');
  expect(String(instantColumn.from(new Date(String(instantColumn.to(instant)))))).toBe(instant.toString());
  expect([instantColumn.to(null), instantColumn.from(null)]).toEqual([null, null]);
});
