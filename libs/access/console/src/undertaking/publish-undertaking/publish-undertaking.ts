import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { UNDERTAKING_MAX, type Undertaking } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { Api, Control, DialogFrame, Field, ProblemNote, sending } from '@smartpar/platform/ui';
import * as z from 'zod';

/** Which undertaking gets a new version. */
export interface PublishTopic {
  readonly organizationId: string;
  readonly undertaking: Undertaking;
}

const text = () => z.string().trim().max(UNDERTAKING_MAX);

/** What is typed: one of the languages at least. */
const typedTexts = z.object({ en: text(), de: text() }).refine(({ en, de }) => en !== '' || de !== '', { path: ['en'], error: 'needed' });

/** Writes another version of what people promise. Closes with what is in force then. */
@Component({
  selector: 'sp-publish-undertaking',
  imports: [Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './publish-undertaking.html',
})
export class PublishUndertaking {
  private readonly api = inject(Api);
  private readonly topic = inject<PublishTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<Undertaking>>(DialogRef);

  private readonly typed = signal({ en: this.textIn('en'), de: this.textIn('de') });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedTexts));
  protected readonly publishing = sending(this.form, ({ en, de }, act) => {
    const texts = { ...(en.trim() !== '' && { en: en.trim() }), ...(de.trim() !== '' && { de: de.trim() }) };
    return this.api.put<Undertaking>(`/organizations/${this.topic.organizationId}/undertaking`, { version: this.topic.undertaking.version, texts }, act);
  });

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    const published = await this.publishing.send();
    if (published !== undefined) this.dialog.close(published);
  }

  private textIn(locale: Locale): string {
    return this.topic.undertaking.texts.find((one) => one.locale === locale)?.text ?? '';
  }
}
