/** What asking for the text records at a name came to. */
export type TextRecords =
  | { readonly kind: 'found'; readonly values: readonly string[] }
  /** the name exists, or could, and carries no text record */
  | { readonly kind: 'none' }
  /** the domain itself is not registered or not delegated */
  | { readonly kind: 'no-domain' }
  /** no answer in time, or one that says nothing */
  | { readonly kind: 'no-answer' };

/** What one check of a domain's proof came to. */
export const CHECK_OUTCOMES = ['proved', 'no-record', 'other-value', 'no-domain', 'no-answer', 'held-elsewhere'] as const;

/** What one check of a domain's proof came to. */
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** The result of a check, with what was found where the proof was expected. */
export interface DomainCheck {
  readonly outcome: CheckOutcome;
  /** values found there, shortened; public data that anybody may look up */
  readonly found: readonly string[];
}

const PREFIX = 'smartpar-verification=';
const MOST_VALUES_KEPT = 5;
const MOST_CHARACTERS_KEPT = 200;

/** A line as it was published, without what editors and servers put around it. */
export const publishedText = (line: string): string => line.replace(/^\ufeff/, '').trim();

/** Where the proof of a domain is published. */
export const proofName = (domain: string): string => `_smartpar.${domain}`;

/** The text record that proves a domain. */
export const proofRecord = (value: string): string => `${PREFIX}${value}`;

/**
 * Compares what is published with what was asked for.
 * @param value the value this organization was given for this domain
 */
export function judgeProof(value: string, records: TextRecords): DomainCheck {
  if (records.kind === 'no-answer' || records.kind === 'no-domain') return { outcome: records.kind, found: [] };
  if (records.kind === 'none' || records.values.length === 0) return { outcome: 'no-record', found: [] };
  const found = records.values.slice(0, MOST_VALUES_KEPT).map(shown);
  return { outcome: records.values.some((text) => text.trim() === proofRecord(value)) ? 'proved' : 'other-value', found };
}

function shown(value: string): string {
  const printable = value.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim();
  return printable.length > MOST_CHARACTERS_KEPT ? `${printable.slice(0, MOST_CHARACTERS_KEPT - 1)}…` : printable;
}
