import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { StartError } from '../start-error';
import { sealing, unsealing } from './sealed-stream';

const key = randomBytes(32);
const CHUNK = 64 * 1024;
const HEADER = 66;

/** Bytes as a stream of pieces of one size. */
const inPieces = (bytes: Buffer, size: number) =>
  Readable.from(
    (function* () {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    })(),
    { objectMode: false },
  );

const sealed = (plain: Buffer, size = 1000) => buffer(inPieces(plain, size).compose(sealing(key)));
const opened = (bytes: Buffer, size = 1000, withKey: Uint8Array = key) => buffer(inPieces(bytes, size).compose(unsealing(withKey)));

async function refusal(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.then(
    () => 'opened',
    (reason: unknown) => reason,
  );
  return error instanceof StartError ? error.message : String(error);
}

it('gives back what it was given, whatever the pieces', async () => {
  const length = fc.oneof(fc.nat(200), fc.constantFrom(CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1));
  const size = fc.integer({ min: 40, max: 100_000 });
  await fc.assert(
    fc.asyncProperty(length, size, size, async (bytes, written, read) => {
      const plain = randomBytes(bytes);
      expect((await opened(await sealed(plain, written), read)).equals(plain)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it('never seals the same twice alike', async () => {
  const plain = Buffer.from('the same');
  expect((await sealed(plain)).equals(await sealed(plain))).toBe(false);
});

it('notices any single changed bit', async () => {
  const whole = await sealed(randomBytes(300));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (place, bit) => {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(place) ^ (1 << bit), place);
      expect(await refusal(opened(changed))).toMatch(/nothing was restored/);
    }),
    { numRuns: 200 },
  );
});

it('notices an end at any other place', async () => {
  const whole = await sealed(randomBytes(300));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
      expect(await refusal(opened(whole.subarray(0, length)))).toMatch(/cut short/);
    }),
    { numRuns: 60 },
  );
});

it('notices chunks that changed places, were repeated or left out', async () => {
  const whole = await sealed(randomBytes(3 * CHUNK));
  const length = CHUNK + 16 + 5;
  const header = whole.subarray(0, HEADER);
  const [first, second, last] = [0, 1, 2].map((place) => whole.subarray(HEADER + place * length, HEADER + (place + 1) * length));
  expect((await opened(Buffer.concat([header, first ?? header, second ?? header, last ?? header]))).length).toBe(3 * CHUNK);
  for (const order of [
    [second, first, last],
    [first, first, last],
    [first, last],
    [first, second],
  ]) {
    expect(await refusal(opened(Buffer.concat([header, ...order.flatMap((part) => part ?? [])])))).toMatch(/damaged/);
  }
});

it('tells another key from damage', async () => {
  expect(await refusal(opened(await sealed(Buffer.from('x')), 1000, randomBytes(32)))).toMatch(/another key/);
});

it('takes keys of 32 bytes only', () => {
  expect(() => sealing(randomBytes(16))).toThrow('has 16 bytes');
});
