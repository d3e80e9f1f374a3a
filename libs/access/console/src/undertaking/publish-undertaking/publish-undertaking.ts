import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { UNDERTAKING_MAX, type Undertaking } from '@smartpar/access/model';
import type { Locale } from '@smartpar/platform/contract';
import { Api, Control, DialogFrame, Field, Markdown, ProblemNote, problemOf, sending } from '@smartpar/platform/ui';
import * as z from 'zod';

/** Code of a version that somebody else was faster with. */
const CHANGED = 'undertaking.changed_meanwhile';

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
  imports: [Control, DialogFrame, Field, FormField, Markdown, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './publish-undertaking.html',
})
export class PublishUndertaking {
  private readonly api = inject(Api);
  private readonly topic = inject<PublishTopic>(DIALOG_DATA);
  private readonly path = `/organizations/${this.topic.organizationId}/undertaking`;
  protected readonly dialog = inject<DialogRef<Undertaking>>(DialogRef);

  /** on top of which version it is published */
  private readonly base = signal(this.topic.undertaking);
  /** what somebody else published while this was written */
  protected readonly theirs = computed(() => (this.base() === this.topic.undertaking ? null : this.base()));

  private readonly typed = signal({ en: this.textIn('en'), de: this.textIn('de') });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedTexts));
  protected readonly publishing = sending(this.form, async ({ en, de }, act) => {
    const texts = { ...(en.trim() !== '' && { en: en.trim() }), ...(de.trim() !== '' && { de: de.trim() }) };
    try {
      return await this.api.put<Undertaking>(this.path, { version: this.base().version, texts }, act);
    } catch (failure) {
      // what was typed stays; it goes on top of what somebody else published, once that has been read
      if (problemOf(failure).code === CHANGED) this.base.set(await this.api.get<Undertaking>(this.path));
      throw failure;
    }
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
