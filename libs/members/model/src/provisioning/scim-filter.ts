import { invalidFilter } from './scim-error';
import { type ScimToken, tokensOf } from './scim-token';

/** How an attribute is compared. */
export type Operator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

/** What an attribute is compared with. */
export type CompareValue = string | number | boolean | null;

/**
 * A filter, taken apart. Paths are as they were written: what they name is found out where the kind of resource is known.
 * @see RFC 7644 section 3.4.2.2
 */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'present'; readonly path: string }
  | { readonly kind: 'compare'; readonly path: string; readonly operator: Operator; readonly value: CompareValue }
  | { readonly kind: 'values'; readonly path: string; readonly filter: Filter };

/** Most characters a filter may have. */
export const MAX_FILTER = 8000;

/** Most comparisons in one filter. */
const MAX_COMPARISONS = 100;

/** How deep brackets may be inside each other. */
const MAX_DEPTH = 20;

const OPERATORS: ReadonlySet<string> = new Set<Operator>(['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']);

const isOperator = (word: string): word is Operator => OPERATORS.has(word);

/**
 * Reads a filter. It takes one pass over the text and goes no deeper than {@link MAX_DEPTH}, whatever the text is.
 * @throws {DomainError} `scim.invalid_filter`
 */
export function parseFilter(text: string): Filter {
  if (text.length > MAX_FILTER) throw invalidFilter(`A filter has at most ${MAX_FILTER} characters.`);
  const reader = new FilterReader(tokensOf(text));
  const filter = reader.either(0);
  reader.end();
  return filter;
}

/** Reads tokens as a filter, and can stop at what follows one: a path has a filter in its middle. */
export class FilterReader {
  private at = 0;
  private comparisons = 0;

  constructor(private readonly tokens: readonly ScimToken[]) {}

  /** The next token, without taking it. */
  get next(): ScimToken | undefined {
    return this.tokens[this.at];
  }

  /** Takes the next token. */
  take(): ScimToken {
    const token = this.tokens[this.at];
    if (token === undefined) throw invalidFilter('The filter ends too early.');
    this.at += 1;
    return token;
  }

  /** @throws {DomainError} where something is left */
  end(): void {
    if (this.next !== undefined) throw invalidFilter(`The filter cannot be read from character ${this.next.at + 1} on.`);
  }

  /** One or several filters, any of which is enough; `or` binds least. */
  either(depth: number): Filter {
    return this.joined('or', () => this.joined('and', () => this.one(depth)));
  }

  private joined(kind: 'and' | 'or', read: () => Filter): Filter {
    const parts = [read()];
    while (this.isWord(kind)) {
      this.at += 1;
      parts.push(read());
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
  }

  private one(depth: number): Filter {
    if (depth > MAX_DEPTH) throw invalidFilter('The brackets of the filter are too deep inside each other.');
    if (this.isSign('(')) return this.bracketed(depth);
    if (this.isWord('not') && this.tokens[this.at + 1]?.text === '(') {
      this.at += 1;
      return { kind: 'not', part: this.bracketed(depth) };
    }
    return this.comparison(depth);
  }

  private bracketed(depth: number): Filter {
    this.at += 1;
    const inside = this.either(depth + 1);
    this.expect(')');
    return inside;
  }

  private comparison(depth: number): Filter {
    const path = this.take();
    if (path.kind !== 'word') throw invalidFilter(`The filter cannot be read at character ${path.at + 1}: the name of an attribute belongs there.`);
    if (this.isSign('[')) {
      this.at += 1;
      const filter = this.either(depth + 1);
      this.expect(']');
      return { kind: 'values', path: path.text, filter };
    }
    this.comparisons += 1;
    if (this.comparisons > MAX_COMPARISONS) throw invalidFilter(`A filter compares at most ${MAX_COMPARISONS} times.`);
    const operator = this.take();
    const word = operator.kind === 'word' ? operator.text.toLowerCase() : '';
    if (word === 'pr') return { kind: 'present', path: path.text };
    if (!isOperator(word)) throw invalidFilter(`The filter cannot be read at character ${operator.at + 1}: eq, co, sw, pr or another operator belongs there.`);
    return { kind: 'compare', path: path.text, operator: word, value: valueOf(this.take()) };
  }

  private expect(sign: string): void {
    const token = this.take();
    if (token.kind !== 'sign' || token.text !== sign) throw invalidFilter(`The filter cannot be read at character ${token.at + 1}: ${sign} belongs there.`);
  }

  private isSign(sign: string): boolean {
    return this.next?.kind === 'sign' && this.next.text === sign;
  }

  private isWord(word: string): boolean {
    return this.next?.kind === 'word' && this.next.text.toLowerCase() === word;
  }
}

function valueOf({ kind, text, at }: ScimToken): CompareValue {
  if (kind === 'text') return text;
  if (kind === 'number') return Number(text);
  const word = text.toLowerCase();
  if (kind === 'word' && word === 'null') return null;
  if (kind === 'word' && (word === 'true' || word === 'false')) return word === 'true';
  throw invalidFilter(`The filter cannot be read at character ${at + 1}: a value belongs there, and texts stand in double quotes.`);
}

/** The filter without what it compares with, for a log: `userName eq ? and active eq ?`. */
export function outlineOf(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.map((part) => (part.kind === 'or' ? `(${outlineOf(part)})` : outlineOf(part))).join(` ${filter.kind} `);
    case 'not':
      return `not (${outlineOf(filter.part)})`;
    case 'present':
      return `${filter.path} pr`;
    case 'compare':
      return `${filter.path} ${filter.operator} ?`;
    case 'values':
      return `${filter.path}[${outlineOf(filter.filter)}]`;
  }
}
