import fc from 'fast-check';
import { decodeFrames, encodeFrame, type Frame } from './frames';

const frames: readonly Frame[] = [
  {
    kind: 'manifest',
    manifest: {
      format: 1,
      at: '2026-03-02T09:00:00.000Z',
      migrations: ['CreateInstallation20261123000100'],
      tables: [{ name: 'installation', columns: ['mode'] }],
      sequences: [{ name: 'numbers', value: '9223372036854775807', called: true }],
    },
  },
  { kind: 'rows', bytes: Buffer.from('hosted\n') },
  { kind: 'table-end', end: { table: 'installation', rows: 1, sha256: 'ab' } },
  { kind: 'end' },
];

const encoded = (list: readonly Frame[]) => Buffer.concat(list.flatMap((frame) => [...encodeFrame(frame)]));

async function decoded(bytes: Buffer, size: number): Promise<readonly Frame[]> {
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (let start = 0; start < bytes.length; start += size) yield await Promise.resolve(bytes.subarray(start, start + size));
  };
  const read: Frame[] = [];
  for await (const frame of decodeFrames(pieces())) read.push(frame);
  return read;
}

it('reads back what was written, whatever the pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 500 }), async (size) => {
      expect(await decoded(encoded(frames), size)).toEqual(frames);
    }),
  );
});

it('cuts long rows into pieces and loses none of them', async () => {
  const bytes = Buffer.alloc(600_000, 'row\n');
  const pieces = await decoded(encoded([{ kind: 'rows', bytes }]), 10_000);
  expect(pieces.length).toBe(3);
  expect(Buffer.concat(pieces.flatMap((frame) => (frame.kind === 'rows' ? [frame.bytes] : []))).equals(bytes)).toBe(true);
});

it('writes nothing for no rows', () => {
  expect(encoded([{ kind: 'rows', bytes: Buffer.alloc(0) }]).length).toBe(0);
});

it.each<[string, Buffer]>([
  ['a kind of a later version', Buffer.from([9, 0, 0, 0, 0])],
  ['a length no backup has', Buffer.from([1, 255, 255, 255, 255])],
  ['an end in the middle', encoded(frames).subarray(0, 20)],
])('refuses %s', async (_, bytes) => {
  await expect(decoded(bytes, 7)).rejects.toThrow('what this version cannot read');
});
