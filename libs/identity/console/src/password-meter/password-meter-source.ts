import { Injectable, inject, type Type } from '@angular/core';
import { Language } from '@smartpar/platform/ui';
import { identityTexts } from '../identity.texts';
import type { PasswordMeter } from './password-meter';

/** Hands the password meter, with its texts, to pages of other rooms where a password is chosen. */
@Injectable({ providedIn: 'root' })
export class PasswordMeterSource {
  private readonly language = inject(Language);

  /** Fetches it only where it is wanted. */
  async load(): Promise<Type<PasswordMeter>> {
    const [meter] = await Promise.all([import('./password-meter'), this.language.bring(identityTexts)]);
    return meter.PasswordMeter;
  }
}
