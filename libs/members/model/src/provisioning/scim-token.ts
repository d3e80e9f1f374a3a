import { invalidFilter } from './scim-error';

/** One piece of a filter or a path. */
export interface ScimToken {
  readonly kind: 'word' | 'text' | 'number' | 'sign';
  /** of a text, what it says, without quotes and escapes */
  readonly text: string;
  /** where it begins */
  readonly at: number;
}

/** Pieces, each anchored where the last one ended; none of them can be read in two ways, so that no text takes longer than its length. */
const SPACE = /[ \t\r\n]+/y;
const WORD = /[A-Za-z$_][A-Za-z0-9$_:.\-/]*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TEXT = /"(?:[^"\\]|\\.)*"/sy;
const SIGN = /[()[\]]|\.(?=[A-Za-z$])/y;

/**
 * Takes a filter or a path into pieces.
 * @throws {DomainError} `scim.invalid_filter`
 */
export function tokensOf(text: string): readonly ScimToken[] {
  const tokens: ScimToken[] = [];
  for (let at = 0; at < text.length;) {
    const space = matchAt(SPACE, text, at);
    if (space !== null) {
      at += space.length;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token.token);
    at += token.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): { readonly token: ScimToken; readonly length: number } {
  const word = matchAt(WORD, text, at);
  if (word !== null) return { token: { kind: 'word', text: word, at }, length: word.length };
  const quoted = matchAt(TEXT, text, at);
  if (quoted !== null) return { token: { kind: 'text', text: unquoted(quoted, at), at }, length: quoted.length };
  const number = matchAt(NUMBER, text, at);
  if (number !== null) return { token: { kind: 'number', text: number, at }, length: number.length };
  const sign = matchAt(SIGN, text, at);
  if (sign !== null) return { token: { kind: 'sign', text: sign, at }, length: sign.length };
  throw invalidFilter(`It cannot be read at character ${at + 1}.`);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Texts are written as in JSON. */
function unquoted(quoted: string, at: number): string {
  try {
    const read: unknown = JSON.parse(quoted);
    if (typeof read === 'string') return read;
  } catch {
    // said below
  }
  throw invalidFilter(`The text at character ${at + 1} is not written as JSON writes texts.`);
}
