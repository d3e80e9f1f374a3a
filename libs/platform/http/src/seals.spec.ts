import fc from 'fast-check';
import { KeyRing } from './key-ring';
import { Seals } from './seals';

const older = KeyRing.generate();
const newer = KeyRing.generate();
const before = new Seals(KeyRing.parse(older), 'second-factor');
const after = new Seals(KeyRing.parse(`${newer},${older}`), 'second-factor');
const owner = ['account', 'factor'];
const secret = Buffer.from('twenty bytes of this');

describe('a sealed secret', () => {
  it('opens to what it was', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (any) => expect([...(after.open(after.seal(any, owner), owner) ?? [])]).toEqual([...any])));
  });

  it('never looks the same twice, and never shows what it holds', () => {
    const sealed = before.seal(secret, owner);
    expect(sealed).not.toBe(before.seal(secret, owner));
    expect(sealed).not.toContain(secret.toString('base64url'));
  });

  it('opens after the key has changed, and tells that it is to be sealed again', () => {
    const sealed = before.seal(secret, owner);
    expect(after.open(sealed, owner)).toEqual(secret);
    expect([before.isCurrent(sealed), after.isCurrent(sealed), after.isCurrent(after.seal(secret, owner))]).toEqual([true, false, true]);
  });

  it.each<[string, string | null]>([
    ['its key is gone', new Seals(KeyRing.parse(newer), 'second-factor').open(before.seal(secret, owner), owner)?.toString() ?? null],
    ['it was sealed for something else', new Seals(KeyRing.parse(older), 'backup').open(before.seal(secret, owner), owner)?.toString() ?? null],
    ['it lies with somebody else', before.open(before.seal(secret, owner), ['account', 'another'])?.toString() ?? null],
    ['it was cut short', before.open(before.seal(secret, owner).slice(0, -4), owner)?.toString() ?? null],
    ['it is nothing', before.open('', owner)?.toString() ?? null],
    ['it is of another version', before.open(before.seal(secret, owner).replace(/^1/, '2'), owner)?.toString() ?? null],
  ])('does not open where %s', (_, opened) => {
    expect(opened).toBeNull();
  });
});
