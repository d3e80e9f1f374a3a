/** Most characters of a line of an entry that are kept, folded ones put together: more than anything that is read from one may have. */
export const MOST_KEPT = 8192;

/** Stands for what cannot be read; a fault where it is wanted. */
const UNREADABLE = '\ufffd';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** What stands in one line of an entry. */
export interface LdifLine {
  /** without options, as it is written */
  readonly name: string;
  /** kinds of the attribute, such as `lang-de`, in small letters */
  readonly options: readonly string[];
  readonly value: string;
  /** the value is not in the file; only where it is */
  readonly elsewhere: boolean;
}

const LINE = /^([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)((?:;[A-Za-z0-9-]+)*):([:<]?) *(.*)$/s;

/** Reads a line of an entry; `null` where it is written as none are. */
export function readLdifLine(text: string): LdifLine | null {
  const [, name, options = '', sign = '', value = ''] = LINE.exec(text) ?? [];
  if (name === undefined) return null;
  return {
    name,
    options: options.toLowerCase().split(';').slice(1),
    value: sign === ':' ? decoded(value, text.length >= MOST_KEPT) : sign === '<' ? '' : value,
    elsewhere: sign === '<',
  };
}

/** @param cut not all of it is here, so that the last letter may be a part of one */
function decoded(base64: string, cut: boolean): string {
  const text = base64.trimEnd();
  if (!BASE64.test(text)) return UNREADABLE;
  return new TextDecoder().decode(Buffer.from(text, 'base64'), { stream: cut });
}
