import { idempotencyKeyOf } from './parameters';

const read = (key?: string | string[]) => idempotencyKeyOf({ headers: key === undefined ? {} : { 'idempotency-key': key } });

describe('an idempotency key', () => {
  it.each(['0193a5d0-7a3b-7c00-8000-000000000001', 'x'.repeat(16), '~'.repeat(128)])('may be %s', (key) => {
    expect(read(key)).toBe(key);
  });

  it.each<[string, string | string[] | undefined]>([
    ['missing', undefined],
    ['empty', ''],
    ['too short', 'x'.repeat(15)],
    ['too long', 'x'.repeat(129)],
    ['with a space', `x x${'x'.repeat(20)}`],
    ['with a control character', `x\u0007${'x'.repeat(20)}`],
    ['beyond ASCII', 'ä'.repeat(20)],
    ['sent twice', ['x'.repeat(16), 'x'.repeat(16)]],
  ])('is refused when %s', (_, key) => {
    expect(() => read(key)).toThrow(expect.objectContaining({ status: 400, code: 'idempotency.key_missing' }));
  });
});
