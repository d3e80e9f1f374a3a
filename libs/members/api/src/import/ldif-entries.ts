import { type LdifLine, MOST_KEPT, readLdifLine } from './ldif-value';
import { UnreadableFile } from './unreadable-file';

/** What an entry has of one kind. */
export interface LdifAttribute {
  /** as it is written where it comes first */
  readonly name: string;
  /** the first value, one without options before all others; of classes all of them */
  readonly value: string;
  /** the value is not in the file; only where it is */
  readonly elsewhere: boolean;
  /** there are others */
  readonly more: boolean;
  readonly plain: boolean;
}

/** An entry of a directory. */
export interface LdifEntry {
  /** where it begins */
  readonly line: number;
  /** by name in small letters */
  readonly attributes: ReadonlyMap<string, LdifAttribute>;
  /** it asks for something else than to be added */
  readonly change: boolean;
}

interface OpenEntry extends LdifEntry {
  readonly attributes: Map<string, LdifAttribute>;
  change: boolean;
}

/** What programs write around entries: about the search itself, and where to ask on. */
const ASIDE: ReadonlySet<string> = new Set(['search', 'result', 'ref']);

/** Of these all values are kept, since what an entry is is told by all. */
const ALL_VALUES: ReadonlySet<string> = new Set(['objectclass']);

/** Most kinds of values of an entry that are kept where all are wanted. */
const MOST_ATTRIBUTES = 1000;

/**
 * Reads the entries of a directory as they come, piece by piece, and holds no more than one of them, nor more of a value than could be used.
 * @see RFC 2849
 */
export class LdifEntries {
  private found: LdifEntry[] = [];
  private entry: OpenEntry | null = null;
  /** the line that is put together, and where it began */
  private current: { readonly line: number; text: string } | null = null;
  /** a sign that may belong to the end of a line whose other half is still to come */
  private held = '';
  private line = 1;
  /** nothing of the line was read yet */
  private fresh = true;
  private begun = false;
  private aside = false;

  /** @param wanted names in small letters of what is kept; everything without */
  constructor(private readonly wanted: ReadonlySet<string> | null = null) {}

  /** Takes a piece of the file. @throws {UnreadableFile} with the line; the entries before it can be taken all the same */
  push(piece: string): void {
    const all = this.held + piece;
    this.held = all.endsWith('\r') ? '\r' : '';
    const text = all.slice(0, all.length - this.held.length).replaceAll('\r\n', '\n');
    for (let at = 0; at < text.length;) {
      const end = text.indexOf('\n', at);
      this.part(text.slice(at, end < 0 ? undefined : end));
      if (end < 0) return;
      this.endLine();
      at = end + 1;
    }
  }

  /** Says that nothing follows. @throws {UnreadableFile} */
  end(): void {
    this.closeLine();
    this.closeEntry();
  }

  /** The entries that ended since they were asked for last. */
  take(): readonly LdifEntry[] {
    const { found } = this;
    this.found = [];
    return found;
  }

  /** What has come so far of an entry that did not end. */
  unfinished(): LdifEntry | null {
    return this.entry;
  }

  private part(text: string): void {
    if (text === '') return;
    const folded = this.fresh && text.startsWith(' ');
    if (folded && this.current === null) throw new UnreadableFile('ldif_line', this.line);
    if (this.fresh && !folded) {
      this.closeLine();
      this.current = { line: this.line, text: '' };
    }
    this.fresh = false;
    const { current } = this;
    if (current !== null) current.text += (folded ? text.slice(1) : text).slice(0, MOST_KEPT - current.text.length);
  }

  private endLine(): void {
    if (this.fresh) {
      this.closeLine();
      this.closeEntry();
    }
    this.fresh = true;
    this.line += 1;
  }

  private closeLine(): void {
    const { current } = this;
    this.current = null;
    if (current === null || current.text.startsWith('#') || this.aside) return;
    if (current.text === '-' && this.entry?.change === true) return;
    const read = readLdifLine(current.text);
    if (read === null) throw new UnreadableFile('ldif_line', current.line);
    this.understand(read, current.line);
  }

  private understand(read: LdifLine, line: number): void {
    const key = read.name.toLowerCase();
    if (this.entry === null) this.open(read, key, line);
    else if (key === 'dn') throw new UnreadableFile('ldif_entry', line);
    else if (key === 'changetype') this.entry.change = read.value.trim().toLowerCase() !== 'add';
    else if (key !== 'control') this.keep(this.entry, read, key);
  }

  private open(read: LdifLine, key: string, line: number): void {
    if (key === 'version' && !this.begun) {
      if (read.value.trim() !== '1') throw new UnreadableFile('ldif_version', line);
      this.begun = true;
      return;
    }
    this.begun = true;
    if (ASIDE.has(key)) this.aside = true;
    else if (key !== 'dn') throw new UnreadableFile('ldif_entry', line);
    else {
      this.entry = { line, attributes: new Map(), change: false };
      this.keep(this.entry, read, key);
    }
  }

  private keep({ attributes }: OpenEntry, { name, options, value, elsewhere }: LdifLine, key: string): void {
    if (options.includes('binary') || !(this.wanted?.has(key) ?? attributes.size < MOST_ATTRIBUTES)) return;
    const before = attributes.get(key);
    const plain = options.length === 0;
    const now = { name, value, elsewhere, plain, more: before !== undefined };
    if (before === undefined || (plain && !before.plain)) attributes.set(key, now);
    else if (!ALL_VALUES.has(key)) attributes.set(key, { ...before, more: true });
    else if (before.value.length < MOST_KEPT) attributes.set(key, { ...before, value: `${before.value};${value}` });
  }

  private closeEntry(): void {
    if (this.entry !== null) this.found.push(this.entry);
    this.entry = null;
    this.aside = false;
  }
}
