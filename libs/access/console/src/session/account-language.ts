import { Injectable, inject } from '@angular/core';
import type { Locale } from '@smartpar/platform/contract';
import { type Act, Api } from '@smartpar/platform/ui';
import { Session } from './session';

/** The language of the account of whoever is signed in: mails come in it, and the console speaks it wherever else they sign in. */
@Injectable({ providedIn: 'root' })
export class AccountLanguage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  /**
   * Keeps a language in the account; for nobody, and where it is kept already, there is nothing to do.
   * @param act keeps the key of this act when it is tried again
   * @throws {Problem}
   */
  async keep(locale: Locale, act?: Act): Promise<void> {
    const kept = this.session.facts()?.account.locale;
    if (kept === undefined || kept === locale) return;
    await this.api.put('/account/preferences', { locale }, act);
    await this.session.refresh();
  }
}
