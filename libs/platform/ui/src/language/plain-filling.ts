import { Injectable } from '@angular/core';
import { DefaultTranspiler, type TranslocoTranspiler } from '@jsverse/transloco';

/** What `transpile` is handed, as far as one sentence goes. */
type Handed = Parameters<TranslocoTranspiler['transpile']>[0];

const PLACE = /\{\{([^{}]*)\}\}/g;

/**
 * Fills figures and names into sentences once, from the start to the end. Transloco's own filling looks again at what it
 * has filled in, so that a name such as `{{ name }}`, which anybody may type, would never come to an end.
 */
@Injectable()
export class PlainFilling extends DefaultTranspiler {
  override transpile(handed: Handed): unknown {
    const { value, params = {} } = handed;
    if (typeof value !== 'string') return super.transpile(handed);
    return value.replace(PLACE, (_place, name: string) => String(params[name.trim()] ?? ''));
  }
}
