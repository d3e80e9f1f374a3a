import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openCheckpoint, readKey } from './note.mjs';
import { Tree } from './tree.mjs';
import { verifyLog } from './verify.mjs';

const sha256 = (...parts) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();
const leafOf = (entry) => sha256([0], entry);

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const typed = Buffer.concat([Buffer.from([1]), Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url')]);
const id = sha256('log\n', typed).subarray(0, 4);
const keys = [readKey(`log+${id.toString('hex')}+${typed.toString('base64')}`)];

/** A checkpoint as the server signs it. */
function noteOver(entries) {
  const tree = new Tree();
  for (const entry of entries) tree.add(leafOf(entry));
  const text = `log\n${entries.length}\n${tree.root().toString('base64')}\n`;
  return `${text}\n\u2014 log ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')}\n`;
}

const entryOf = (n, facts = {}) => JSON.stringify({ action: 'site.opened', facts, id: `e${n}`, v: 1 });
const placesOf = (entries) => entries.map((entry, position) => ({ position, leaf: leafOf(entry).toString('base64'), entry }));

/** A file as it is taken out, with a checkpoint behind every fifth entry. */
function fileOf(places, notes) {
  const lines = places.map(({ position, leaf, entry }) => `{"position":${position},"leaf":"${leaf}"${entry === null ? '' : `,"entry":${entry}`}}`);
  const between = lines.flatMap((line, index) => [line, ...(notes[index + 1] === undefined ? [] : [JSON.stringify({ checkpoint: notes[index + 1] })])]);
  return `${[JSON.stringify({ log: 'log', version: 1, size: places.length }), ...between, '{"end":true}'].join('\n')}\n`;
}

const folder = mkdtempSync(join(tmpdir(), 'smartpar-tampered-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verdictOn(places, { entries, notes, held = [noteOver(entries)], change = (text) => text }) {
  const file = join(folder, 'log.jsonl');
  writeFileSync(file, change(fileOf(places, notes)));
  return verifyLog({ file, keys, held: held.map((note) => openCheckpoint(note, keys)) });
}

const log = fc.integer({ min: 2, max: 40 }).map((count) => {
  const entries = Array.from({ length: count }, (_, n) => entryOf(n, { n }));
  const notes = Object.fromEntries(
    [...entries.keys()]
      .map((n) => n + 1)
      .filter((size) => size % 5 === 0 || size === count)
      .map((size) => [size, noteOver(entries.slice(0, size))]),
  );
  return { entries, notes };
});

/** Numbers places again, as somebody would who closes a gap. */
const renumbered = (places) => places.map((place, position) => ({ ...place, position }));
const resealed = (place, entry) => ({ ...place, entry, leaf: leafOf(entry).toString('base64') });

/** What somebody may do at a place; each gives the places as they are then, and the first that differs. */
const DEEDS = {
  changes: (places, at) => places.map((place, n) => (n === at ? { ...place, entry: entryOf(at, { changed: true }) } : place)),
  'changes and reseals': (places, at) => places.map((place, n) => (n === at ? resealed(place, entryOf(at, { changed: true })) : place)),
  empties: (places, at) => places.map((place, n) => (n === at ? { ...place, entry: null } : place)),
  removes: (places, at) => places.filter((_, n) => n !== at),
  'removes and closes the gap': (places, at) => renumbered(places.filter((_, n) => n !== at)),
  'puts in between': (places, at) => renumbered([...places.slice(0, at), resealed({ position: at }, entryOf(99)), ...places.slice(at)]),
  'changes about': (places, at) => renumbered(places.map((place, n) => (n === at ? places[at + 1] : n === at + 1 ? places[at] : place) ?? place)),
  'cuts off': (places, at) => places.slice(0, at),
  'changes the hash alone': (places, at) => places.map((place, n) => (n === at ? { ...place, leaf: leafOf('x').toString('base64') } : place)),
};

it('a log nobody touched fits', async () => {
  await fc.assert(
    fc.asyncProperty(log, async (made) => {
      expect(await verdictOn(placesOf(made.entries), made)).toMatchObject({ fits: true, covered: made.entries.length, trimmed: 0 });
    }),
    { numRuns: 20 },
  );
});

it.each(Object.keys(DEEDS).filter((deed) => deed !== 'changes the hash alone'))(
  'whoever %s is found out every time, and the place is among those that are named',
  async (deed) => {
    await fc.assert(
      fc.asyncProperty(log, fc.nat(), async (made, anywhere) => {
        const at = anywhere % (made.entries.length - 1);
        const { fits, fault } = await verdictOn(DEEDS[deed](placesOf(made.entries), at), made);
        expect(fits).toBe(false);
        expect([fault.from <= at, at <= fault.to]).toEqual([true, true]);
      }),
      { numRuns: 40 },
    );
  },
);

it('a hash beside an entry proves nothing by itself: where it alone was changed, the log still fits what was kept', async () => {
  await fc.assert(
    fc.asyncProperty(log, fc.nat(), async (made, anywhere) => {
      const at = anywhere % made.entries.length;
      expect((await verdictOn(DEEDS['changes the hash alone'](placesOf(made.entries), at), made)).fits).toBe(true);
    }),
    { numRuns: 20 },
  );
});

it('a log from which every checkpoint was taken out proves nothing where none was kept', async () => {
  await fc.assert(
    fc.asyncProperty(log, async ({ entries, notes }) => {
      const places = placesOf(entries);
      expect(await verdictOn(places, { entries, notes, held: [] })).toMatchObject({ fits: true, covered: entries.length });
      const { fits, fault } = await verdictOn(places, { entries, notes: {}, held: [] });
      expect([fits, fault.sentence]).toEqual([false, expect.stringContaining('No checkpoint of the file fits')]);
    }),
    { numRuns: 20 },
  );
  expect((await verdictOn([], { entries: [], notes: {}, held: [] })).fits).toBe(true);
});

describe('a trim', () => {
  const told = (size) => JSON.stringify({ action: 'audit-log.trimmed', facts: { size }, id: 'trim', v: 1 });
  const trimmed = fc.integer({ min: 1, max: 20 }).chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: 10 })));

  it('is taken for one where an entry says so, up to the place it says', async () => {
    await fc.assert(
      fc.asyncProperty(trimmed, async ([size, more]) => {
        const entries = [...Array.from({ length: size + more }, (_, n) => entryOf(n)), told(size)];
        const places = placesOf(entries).map((place) => (place.position < size ? { ...place, entry: null } : place));
        expect(await verdictOn(places, { entries, notes: {} })).toMatchObject({ fits: true, trimmed: size });
        const further = places.map((place) => (place.position === size ? { ...place, entry: null } : place));
        if (more > 0) expect(await verdictOn(further, { entries, notes: {} })).toMatchObject({ fits: false, fault: { from: size, to: size } });
      }),
      { numRuns: 30 },
    );
  });

  const emptied = (entries, upTo) => placesOf(entries).map((place) => (place.position < upTo ? { ...place, entry: null } : place));
  const kept = Array.from({ length: 10 }, (_, n) => entryOf(n));

  it('counts where it is sealed behind what was kept, under the last checkpoint of the file', async () => {
    const entries = [...kept, told(5)];
    expect(await verdictOn(emptied(entries, 5), { entries, notes: { 11: noteOver(entries) }, held: [noteOver(kept)] })).toMatchObject({
      fits: true,
      trimmed: 5,
    });
  });

  it.each([
    ['a line that is not sealed', kept, (text) => text.replace('{"end"', `{"unsealed":${told(5)}}\n{"end"`)],
    ['an entry behind every checkpoint', [...kept, told(5)], (text) => text],
  ])('is no excuse where %s tells of it', async (_, entries, change) => {
    expect(await verdictOn(emptied(entries, 5), { entries, notes: {}, held: [noteOver(kept)], change })).toMatchObject({
      fits: false,
      fault: { from: 0, sentence: expect.stringContaining('the trim is not sealed yet') },
    });
  });

  it('is no excuse for another hash', async () => {
    const entries = [...Array.from({ length: 10 }, (_, n) => entryOf(n)), told(5)];
    const places = placesOf(entries).map((place) => (place.position < 5 ? { ...place, entry: null } : place));
    places[2] = { ...places[2], leaf: leafOf('x').toString('base64') };
    expect(await verdictOn(places, { entries, notes: {} })).toMatchObject({ fits: false, fault: { from: 0, to: 10 } });
  });
});
