import { createAbility, type Where } from '@smartpar/access/model';
import type { ConditionColumns } from './condition-column';
import { narrow } from './narrow';

const columns: ConditionColumns = {
  owner: { sql: 'r.owner_id', type: 'uuid' },
  status: { sql: 'r.status', type: 'text' },
  size: { sql: 'r.size', type: 'integer' },
  due: { sql: 'r.due_at', type: 'timestamptz' },
  groups: { sql: 'g.id', type: 'uuid', someOf: (comparison) => `exists (select from g where g.r = r.id and ${comparison})` },
};
const id = '00000000-0000-7000-8000-000000000001';

const written = (conditions: Where) =>
  narrow({ ability: createAbility([{ action: 'read', subject: 'thing', conditions }]), action: 'read', noun: 'thing', columns, startParam: 3 });

it('keeps equality plain, so that an index answers it, and counts parameters from where it is told', () => {
  expect(written({ owner: id, status: { $in: ['open', 'asked', null] } })).toEqual({
    text: '(r.owner_id = $3::uuid and (r.status = any($4::text[]) or (r.status is null)))',
    values: [id, ['open', 'asked']],
  });
});

it('negates what is unknown to true', () => {
  expect(written({ status: { $ne: 'open' } }).text).toBe('(r.status = $3::text is not true)');
});

it('asks whether one of several is among those that are wanted, or none', () => {
  const other = id.replace(/1$/, '2');
  expect(written({ groups: { $in: [id, other] } })).toEqual({
    text: 'exists (select from g where g.r = r.id and g.id = any($3::uuid[]))',
    values: [[id, other]],
  });
  expect(written({ groups: { $ne: id } }).text).toBe('(exists (select from g where g.r = r.id and g.id = $3::uuid) is not true)');
  expect(written({ groups: { $in: [] } }).text).toBe('false');
});

it.each<[string, Where, RegExp]>([
  ['whether there are any of several', { groups: { $exists: true } }, /"groups", which is several/],
  ['nothing among several', { groups: null }, /nothing among "groups"/],
  ['a field that is no column', { secret: 1 }, /"secret".*no column/],
  ['a pattern', { status: { $regex: 'o' } }, /no SQL/],
  ['a size', { status: { $size: 1 } }, /no SQL/],
  ['a number where text stands', { status: 5 }, /"status", which is text/],
  ['text where a number stands', { size: '5' }, /"size", which is integer/],
  ['text where a moment stands', { due: '2026-03-02T09:00:00Z' }, /"due", which is timestamptz/],
  ['an order of identifiers', { owner: { $gt: id } }, /"owner".*no order/],
  ['an order by characters that sort differently elsewhere', { status: { $lt: '\u{1F512}' } }, /sort differently/],
  ['half a character', { status: '\uD800' }, /"status", which is text/],
])('refuses %s', (_, where, sentence) => {
  expect(() => written(where)).toThrow(sentence);
});
