import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { unpackedFont } from './unpacked-font';

const FONTS = ['Regular', 'Bold'] as const;

const packed = (weight: (typeof FONTS)[number]): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`roboto-fontface/fonts/roboto/Roboto-${weight}.woff`));

/** What the tables of a font add up to, as their file says it. */
const sum = (bytes: Buffer): number => {
  const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let total = 0;
  for (let at = 0; at < whole.length; at += 4) total = (total + whole.readUInt32BE(at)) >>> 0;
  return total;
};

/** A page written in a font. */
async function written(font: Buffer): Promise<Buffer> {
  const at = new Date('2026-03-31T08:00:00Z');
  const pdf = new PDFDocument({ size: 'A4', info: { CreationDate: at, ModDate: at } });
  const pieces: Buffer[] = [];
  const ended = new Promise<void>((resolve) => pdf.on('data', (piece: Buffer) => pieces.push(piece)).on('end', resolve));
  pdf.registerFont('letters', font).font('letters').fontSize(10);
  for (const text of ['Larkspur GmbH', 'Žluťoučký kůň', 'Ελλάδα', 'Привіт', 'Nguyễn', 'ẞ „so“ – 5 €', 'ﬁ AVATAR To']) pdf.text(text);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

describe.each(FONTS)('the font %s, unpacked', (weight) => {
  it('has every table as its own sum says it was', () => {
    const font = unpackedFont(packed(weight));
    const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => {
      const place = 12 + 16 * n;
      const [checksum = 0, from = 0, length = 0] = [4, 8, 12].map((offset) => font.readUInt32BE(place + offset));
      return { tag: font.toString('latin1', place, place + 4), checksum, bytes: font.subarray(from, from + length) };
    });
    const tags = tables.map(({ tag }) => tag);
    expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca']));
    expect(tags).toEqual(tags.toSorted());
    // the sum of the head is reckoned without the number that makes the sum of the whole font come out
    expect(tables.filter(({ tag, checksum, bytes }) => tag !== 'head' && sum(bytes) !== checksum)).toEqual([]);
  });

  it('writes the same page, byte by byte', async () => {
    const woff = packed(weight);
    expect((await written(unpackedFont(woff))).equals(await written(woff))).toBe(true);
  });
});

it('is asked for of no other file', () => {
  expect(() => unpackedFont(Buffer.from('OTTO and nothing else'))).toThrow('WOFF');
});
