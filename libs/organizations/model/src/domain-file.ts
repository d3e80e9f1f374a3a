import { type DomainCheck, proofRecord, publishedText } from './domain-proof';

/** What asking a domain's own web server for the file of its proof came to. */
export type ProofFile =
  | { readonly kind: 'found'; readonly text: string }
  /** the server answers, and has no such file */
  | { readonly kind: 'none' }
  /** it sends whoever asks elsewhere; nobody is followed, since somebody else may be master there */
  | { readonly kind: 'moved' }
  /** the name leads behind somebody's wall, where we do not knock */
  | { readonly kind: 'closed-address' }
  /** nobody vouches for its certificate */
  | { readonly kind: 'certificate' }
  /** no answer in time, or none that says anything */
  | { readonly kind: 'no-answer' };

/** What looking for the file came to. */
export const FILE_OUTCOMES = ['proved', 'no-file', 'other-content', 'moved', 'closed-address', 'certificate', 'no-answer'] as const;

/** What looking for the file came to. */
export type FileOutcome = (typeof FILE_OUTCOMES)[number];

/** The ways in which a domain is proved; an operator's word is one, on installations they answer for. */
export const PROOF_WAYS = ['record', 'file', 'operator'] as const;

/** A way in which a domain is proved. */
export type ProofWay = (typeof PROOF_WAYS)[number];

/** Where the file of a domain's proof is published. @see RFC 8615 */
export const proofFileAddress = (domain: string): string => `https://${domain}/.well-known/smartpar-verification.txt`;

/** Most characters of the file that are read; the proof is its first line. */
export const MOST_FILE_BYTES = 1_024;

/**
 * Compares the file with what was asked for.
 * @param value the value this organization was given for this domain
 */
export function judgeFile(value: string, file: ProofFile): FileOutcome {
  if (file.kind !== 'found') return file.kind === 'none' ? 'no-file' : file.kind;
  return publishedText(file.text.split('\n', 1)[0] ?? '') === proofRecord(value) ? 'proved' : 'other-content';
}

/** What one look at both places came to. */
export interface BothChecks {
  readonly record: DomainCheck;
  /** `null` where the record proved it already, so that nobody was asked for the file */
  readonly file: FileOutcome | null;
}
