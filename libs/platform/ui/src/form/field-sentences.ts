import { Injectable, inject } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { Language } from '../language/language';
import { faultOf, isServerError } from './fault';

/** Text keys of a field's own sentences, by kind of fault. */
export type OwnSentences = Readonly<Record<string, string>>;

/** Puts what is wrong with a field into a sentence that says what to type instead. */
@Injectable({ providedIn: 'root' })
export class FieldSentences {
  private readonly language = inject(Language);

  /**
   * @param error of a signal form: a validator's, a contract's, or the server's
   * @param own text keys that say it better for this field
   */
  of(error: ValidationError, own: OwnSentences = {}): string {
    const { code, figures } = faultOf(error);
    const key = own[code] ?? `ui.field.fault.${code}`;
    if (this.language.knows(key)) return this.language.say(key, figures);
    return isServerError(error) && error.message !== '' ? error.message : this.language.say('ui.field.fault.invalid');
  }
}
