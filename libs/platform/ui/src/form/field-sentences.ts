import { Injectable, inject } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { Language } from '../language/language';
import { faultOf, isServerError } from './fault';

/** Text keys of a field's own sentences, by kind of fault. */
export type OwnSentences = Readonly<Record<string, string>>;

/** Faults of a shape: where nothing stands in the field, that it is missing says it better. */
const SHAPES: ReadonlySet<string> = new Set(['email', 'invalid_format', 'too_small', 'pattern']);

/** Puts what is wrong with a field into a sentence that says what to type instead. */
@Injectable({ providedIn: 'root' })
export class FieldSentences {
  private readonly language = inject(Language);

  /**
   * @param error of a signal form: a validator's, a contract's, or the server's
   * @param own text keys that say it better for this field
   * @param value what stands in the field, if that is known
   */
  of(error: ValidationError, own: OwnSentences = {}, value?: unknown): string {
    const { code: found, figures } = faultOf(error);
    const code = value === '' && SHAPES.has(found) && (own['required'] !== undefined || own[found] === undefined) ? 'required' : found;
    const key = own[code] ?? `ui.field.fault.${code}`;
    if (this.language.knows(key)) return this.language.say(key, figures);
    return isServerError(error) && error.message !== '' ? error.message : this.language.say('ui.field.fault.invalid');
  }
}
