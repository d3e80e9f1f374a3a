import { emptyFile, type ImportEncoding, notText, spreadsheetFile } from '@smartpar/members/model';

/** How a file's characters are probably written. */
export interface GuessedEncoding {
  readonly encoding: ImportEncoding;
  /** the file says so itself, or no other could read it */
  readonly certain: boolean;
}

/** How many bytes at the beginning tell what kind of file it is. */
export const TELLING_BYTES = 4096;

const BEGINNINGS: readonly (readonly [readonly number[], () => Error])[] = [
  [[0x50, 0x4b, 0x03, 0x04], spreadsheetFile],
  [[0x50, 0x4b, 0x05, 0x06], spreadsheetFile],
  [[0xd0, 0xcf, 0x11, 0xe0], spreadsheetFile],
  [[0x25, 0x50, 0x44, 0x46], notText],
  [[0x1f, 0x8b], notText],
  [[0x89, 0x50, 0x4e, 0x47], notText],
  [[0xff, 0xd8, 0xff], notText],
  [[0x47, 0x49, 0x46, 0x38], notText],
];

const MARKS: readonly (readonly [readonly number[], ImportEncoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Looks at a file as it arrives and guesses how its characters are written. */
export class FileGuess {
  private marked: ImportEncoding | undefined;
  private readonly strict = new TextDecoder('utf-8', { fatal: true });
  private fits = true;

  /**
   * Takes the beginning of the file.
   * @throws {DomainError} where it is no CSV file whatever the encoding
   */
  begin(beginning: Buffer): void {
    if (beginning.length === 0) throw emptyFile();
    const known = BEGINNINGS.find(([bytes]) => beginsWith(beginning, bytes));
    if (known !== undefined) throw known[1]();
    this.marked = MARKS.find(([bytes]) => beginsWith(beginning, bytes))?.[1] ?? wideWithoutMark(beginning);
    if (this.marked === undefined && beginning.includes(0)) throw notText();
    if (/^\s*</.test(beginning.toString('latin1', 0, 200))) throw spreadsheetFile();
  }

  /** Takes every piece, the beginning too. */
  feed(piece: Buffer): void {
    if (this.marked === undefined && this.fits) this.fits = this.reads(() => this.strict.decode(piece, { stream: true }));
  }

  /** What it looks like, once all of it was fed. */
  end(): GuessedEncoding {
    if (this.marked !== undefined) return { encoding: this.marked, certain: true };
    const whole = this.fits && this.reads(() => this.strict.decode());
    return whole ? { encoding: 'utf-8', certain: true } : { encoding: 'windows-1252', certain: false };
  }

  private reads(decode: () => string): boolean {
    try {
      decode();
      return true;
    } catch {
      return false;
    }
  }
}

const beginsWith = (file: Buffer, bytes: readonly number[]): boolean => bytes.every((byte, index) => file[index] === byte);

/** In two bytes for each letter, every second one of western text is zero. */
function wideWithoutMark(beginning: Buffer): ImportEncoding | undefined {
  const pairs = Math.floor(beginning.length / 2);
  if (pairs < 4) return undefined;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    if (beginning[at] === 0) even += 1;
    if (beginning[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.1 ? 'utf-16be' : undefined;
}
