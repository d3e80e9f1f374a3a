import { CsvRecords } from './csv-records';

/** Reads a text as it comes, in pieces of some length. */
async function read(text: string, piece: number): Promise<string[][]> {
  const csv = new CsvRecords(',');
  const records: string[][] = [];
  for (let at = 0; at < text.length; at += piece) records.push(...(await csv.push(text.slice(at, at + piece))));
  return [...records, ...(await csv.end())];
}

describe('text that comes in pieces', () => {
  it.each([16_384, 16_385, 8191, 7])('keeps letters of two halves whole, wherever it is cut (%i)', async (piece) => {
    const name = '\u{20bb7}\u{1f469}\u200d\u{1f680}';
    const lines = Array.from({ length: 3000 }, (_, n) => [`p${n}@larkspur.example`, `${name}${n % 2 === 0 ? 'x' : ''}`]);
    expect(await read(lines.map((cells) => `${cells.join(',')}\r\n`).join(''), piece)).toEqual(lines);
  });

  it.each(['\r\n', '\r', '\n'])('counts the same lines, wherever it is cut between %j', async (end) => {
    const text = Array.from({ length: 40 }, (_, n) => `a${n},"b${end}c"${end}${n % 3 === 0 ? end : ''}`).join('');
    const whole = await read(text, 100_000);
    expect(whole).toHaveLength(54);
    for (let piece = 1; piece < 12; piece += 1) expect(await read(text, piece)).toEqual(whole);
  });
});

it('lines of other lengths than the first are read like all others, without an error made and dropped for each', async () => {
  const made = jest.spyOn(Error, 'captureStackTrace');
  expect(await read('a,b\n\nc\nd,e,f\n'.repeat(100), 1000)).toHaveLength(400);
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
});
