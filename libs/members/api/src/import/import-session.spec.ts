import { type ImportDelimiter, MAX_IMPORT_COLUMNS, MAX_LINES_WITH_EMPTY } from '@smartpar/members/model';
import { guessDelimiter, readBeginning } from './file-beginning';
import { type FileLine, ImportSession, type ReadChunk } from './import-session';

const PIECE = 32 * 1024;
const HEAD = 'E-Mail,Vorname\n';

/** A file about to be read, piece by piece. */
function opened(text: string, delimiter: ImportDelimiter = ','): { session: ImportSession; readChunk: ReadChunk } {
  const bytes = Buffer.from(text);
  return {
    session: new ImportSession({ encoding: 'utf-8', delimiter }),
    readChunk: (at) => Promise.resolve(at * PIECE < bytes.length ? bytes.subarray(at * PIECE, (at + 1) * PIECE) : null),
  };
}

/** The first lines of a file. */
function read(text: string): Promise<readonly FileLine[]> {
  const { session, readChunk } = opened(text);
  return session.take(10, readChunk);
}

describe('a file that is read line by line', () => {
  it.each([
    ['empty cells', ',', 0],
    ['cells with something in them', ',x', 50_002 - MAX_IMPORT_COLUMNS],
  ])('holds no more cells of a line than a file may have columns, however many %s follow', async (_, cell, beyond) => {
    const [line] = await read(`${HEAD}ana@larkspur.example,Ana${cell.repeat(100_000 / cell.length)}\n`);
    expect(line?.cells).toHaveLength(MAX_IMPORT_COLUMNS);
    expect(line).toMatchObject({ line: 2, beyond });
  });

  it('is read a part at a time where its lines are long, and to its end', async () => {
    const { session, readChunk } = opened(`${HEAD}${`ana@larkspur.example,${'A'.repeat(100_000)}\n`.repeat(100)}`);
    const parts = [];
    while (!session.ended) parts.push((await session.take(1000, readChunk)).length);
    expect(parts.reduce((all, part) => all + part, 0)).toBe(100);
    expect(Math.max(...parts)).toBeLessThan(50);
  });

  it('gives a line of fewer cells as it is', async () => {
    expect(await read(`${HEAD}\nana@larkspur.example,Ana,,`)).toEqual([{ line: 3, cells: ['ana@larkspur.example', 'Ana', '', ''] }]);
  });

  it('has its headings beneath the line in which PowerShell says what it holds', async () => {
    const file = `#TYPE Microsoft.ActiveDirectory.Management.ADUser\n"mail";"GivenName"\n"ana@larkspur.example";"Ana"\n`;
    const beginning = { bytes: Buffer.from(file), whole: true };
    const delimiter = await guessDelimiter(beginning, 'utf-8');
    expect(await readBeginning(beginning, 'utf-8', delimiter)).toMatchObject({ headings: ['mail', 'GivenName'], sample: [['ana@larkspur.example', 'Ana']] });
    const { session, readChunk } = opened(file, delimiter);
    expect(await session.take(10, readChunk)).toEqual([{ line: 3, cells: ['ana@larkspur.example', 'Ana'] }]);
  });

  it('is given up where it is little else than empty lines', async () => {
    const file = `${HEAD}${'\n'.repeat(MAX_LINES_WITH_EMPTY)}ana@larkspur.example,Ana\n`;
    await expect(read(file)).rejects.toMatchObject({ code: 'too_many_lines' });
  });

  it('that begins with a thousand empty lines and more has no headings', async () => {
    const beginning = { bytes: Buffer.from(`${'\n'.repeat(20_000)}${HEAD}ana@larkspur.example,Ana\n`), whole: true };
    expect(await readBeginning(beginning, 'utf-8', ',')).toMatchObject({ headings: [], problem: { code: 'no_lines' } });
  });
});
