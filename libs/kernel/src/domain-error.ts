/** One thing wrong with one field of what was sent. */
export interface FieldError {
  /** path of the field, dots between levels: `contact.email` */
  readonly field: string;
  /** stable word for the kind of fault: `too_long` */
  readonly code: string;
  /** a sentence that says what to do instead */
  readonly message: string;
}

/** What a domain error is made of. */
export interface DomainErrorFacts {
  /** stable, dotted, lower-case: `request.deadline_passed` */
  readonly code: string;
  /** HTTP status code the error answers with */
  readonly status: number;
  /** a sentence a person can act on; never a stack, SQL or anything of another tenant */
  readonly message: string;
  readonly fields?: readonly FieldError[];
  /** for refusals that end by themselves: after how many seconds to try again */
  readonly retryAfterSeconds?: number;
}

/** The one error the product throws on purpose. Over HTTP it becomes a problem document (RFC 9457). */
export class DomainError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(facts: DomainErrorFacts) {
    super(facts.message);
    this.name = 'DomainError';
    this.code = facts.code;
    this.status = facts.status;
    this.fields = facts.fields ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}

/** Missing and forbidden answer alike: there is nothing here for you. */
export const notFound = (): DomainError =>
  new DomainError({ code: 'not_found', status: 404, message: 'There is nothing at this address, or it is not yours to see.' });

/** The thing is not in a state that allows this. */
export const conflict = (code: string, message: string): DomainError => new DomainError({ code, status: 409, message });

/** What was sent cannot be used; each field says what to change. */
export const invalid = (code: string, message: string, fields: readonly FieldError[] = []): DomainError =>
  new DomainError({ code, status: 422, message, fields });

/** Too much at once. */
export const tooMany = (code: string, message: string, retryAfterSeconds: number): DomainError =>
  new DomainError({ code, status: 429, message, retryAfterSeconds });
