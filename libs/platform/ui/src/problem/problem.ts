import { HttpErrorResponse } from '@angular/common/http';
import type { FieldError } from '@smartpar/kernel';

/** What a problem is made of. */
export interface ProblemFacts {
  /** HTTP status; 0 when no answer came at all */
  readonly status: number;
  /** stable word such as `request.deadline_passed`; `unreachable` when no answer came */
  readonly code: string;
  /** the server's own sentence, empty when no answer came */
  readonly detail: string;
  readonly fields?: readonly FieldError[];
  /** what to quote to support */
  readonly reference?: string | null;
  readonly retryAfterSeconds?: number | null;
}

/**
 * A refusal or failure of the server, read from its problem document.
 * @see RFC 9457
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly FieldError[];
  readonly reference: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(facts: ProblemFacts) {
    super(facts.detail || facts.code);
    this.name = 'Problem';
    this.status = facts.status;
    this.code = facts.code;
    this.detail = facts.detail;
    this.fields = facts.fields ?? [];
    this.reference = facts.reference ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
  }

  /** No answer came, or one that says the server cannot answer now: the same act may simply be tried again. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/**
 * Reads a problem out of whatever was thrown.
 * @param failure what a request, a resource or a promise failed with
 */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  if (!(failure instanceof HttpErrorResponse)) return causeOf(failure) ?? new Problem({ status: 0, code: 'unexpected', detail: '' });
  const document = documentOf(failure.error);
  const retryAfter = Number(failure.headers.get('retry-after') ?? Number.NaN);
  return new Problem({
    status: failure.status,
    code: textOf(document['code']) ?? (failure.status === 0 ? 'unreachable' : `status_${failure.status}`),
    detail: textOf(document['detail']) ?? textOf(document['title']) ?? '',
    fields: fieldsOf(document['errors']),
    reference: textOf(document['instance']),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
  });
}

/** Resources wrap what was thrown; the cause is the problem itself. */
function causeOf(failure: unknown): Problem | null {
  const cause: unknown = failure instanceof Error ? failure.cause : undefined;
  return cause instanceof Problem || cause instanceof HttpErrorResponse ? problemOf(cause) : null;
}

type Document = Readonly<Record<string, unknown>>;

const isDocument = (value: unknown): value is Document => typeof value === 'object' && value !== null;

/** A failed answer's body arrives parsed, or as text where its content type was not JSON's own. */
function documentOf(body: unknown): Document {
  if (typeof body !== 'string') return isDocument(body) ? body : {};
  try {
    const parsed: unknown = JSON.parse(body);
    return isDocument(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function fieldsOf(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isDocument).map((entry) => ({
    field: textOf(entry['field']) ?? '',
    code: textOf(entry['code']) ?? 'invalid',
    message: textOf(entry['message']) ?? '',
  }));
}
