import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { openCheckpoint, readKey } from './note.mjs';
import { Place } from './place.mjs';
import { Tree } from './tree.mjs';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The tree as the RFC writes it down, slow and plain. */
function naive(leaves) {
  if (leaves.length <= 1) return leaves[0] ?? sha256();
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.from([1]), naive(leaves.slice(0, split)), naive(leaves.slice(split)));
}

describe('the tree of the verifier', () => {
  it('has the root of the RFC at every size on its way', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 8 }), { maxLength: 70 }), (entries) => {
        const [tree, leaves] = [new Tree(), entries.map((entry) => sha256(Buffer.from([0]), entry))];
        expect(tree.root()).toEqual(naive([]));
        for (const [index, leaf] of leaves.entries()) {
          tree.add(leaf);
          expect([tree.size, tree.root()]).toEqual([index + 1, naive(leaves.slice(0, index + 1))]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a line of the log', () => {
  it('gives the place, the hash that is told and the hash the entry has, wherever in the bytes it stands', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'grapheme' }), fc.string(), (position, text, before) => {
        const [entry, told] = [JSON.stringify({ text }), sha256(Buffer.from('told')).toString('base64')];
        const line = Buffer.from(`${before}{"position":${position},"leaf":"${told}","entry":${entry}}\n`);
        const place = new Place();
        expect(place.read(line, Buffer.byteLength(before), line.length - 1)).toBe(true);
        expect([place.position, place.told, place.filled, place.entry]).toEqual([position, told, true, entry]);
        expect(place.hash()).toEqual(sha256(Buffer.from([0]), Buffer.from(entry)));
      }),
    );
  });

  it.each(['{"unsealed":{}}', '{"position":1}', '', '{"position":1,"leaf":"x"'])('is told from %j', (text) => {
    const bytes = Buffer.from(text);
    expect(new Place().read(bytes, 0, bytes.length)).toBe(false);
  });

  it('may be of an entry that is gone', () => {
    const bytes = Buffer.from(`{"position":1,"leaf":"${'A'.repeat(43)}="}`);
    const place = new Place();
    expect([place.read(bytes, 0, bytes.length), place.filled]).toEqual([true, false]);
  });
});

describe('a checkpoint', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const typed = Buffer.concat([Buffer.from([1]), Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url')]);
  const id = sha256(Buffer.from('log\n'), typed).subarray(0, 4);
  const key = readKey(`log+${id.toString('hex')}+${typed.toString('base64')}\n`);
  const root = sha256().toString('base64');
  const signed = (text, name = 'log') =>
    `${text}\n\u2014 other AAAA\n\u2014 ${name} ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')}\n`;

  it('opens with the key that signed it, whoever else signed too', () => {
    expect(openCheckpoint(signed(`log\n7\n${root}\n`), [key])).toEqual({ origin: 'log', size: 7, root: sha256() });
  });

  it('opens as a mail program or an editor saved it', () => {
    expect(openCheckpoint(`\uFEFF${signed(`log\n7\n${root}\n`).replaceAll('\n', '\r\n')}`, [key])).toEqual({ origin: 'log', size: 7, root: sha256() });
  });

  it.each([
    ['changed', signed(`log\n7\n${root}\n`).replace('7', '8'), 'was not signed'],
    ['signed under another name', signed(`log\n7\n${root}\n`, 'other'), 'was not signed'],
    ['not signed at all', `log\n7\n${root}\n\n`, 'was not signed'],
    ['no note', 'log', 'was not signed'],
    ['of no size', signed(`log\n07\n${root}\n`), 'is no checkpoint'],
    ['of no root', signed('log\n7\nAAAA\n'), 'is no checkpoint'],
  ])('does not where it is %s', (_, note, told) => {
    expect(() => openCheckpoint(note, [key])).toThrow(told);
  });
});

it('the verifier needs Node and nothing else: neither the server nor any package', () => {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => !name.includes('.spec.'));
  const imported = files.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/ from '([^']+)'|\bimport\(?\s*'([^']+)'/g)].map(([, from, imported]) => from ?? imported),
  );
  expect(imported.filter((from) => !/^node:|^\.\/[a-z-]+\.mjs$/.test(from))).toEqual([]);
  expect(imported.length).toBeGreaterThan(5);
});
