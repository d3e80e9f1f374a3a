import { httpResource } from '@angular/common/http';
import { Component, ElementRef, afterRenderEffect, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { SIGNED_NAME_MAX, type Undertaking } from '@smartpar/access/model';
import { Api, Control, DialogFrame, Field, Language, Markdown, Pending, ProblemNote, apiAddress, problemOf, sending } from '@smartpar/platform/ui';
import * as z from 'zod';

/** Code of a text that is not in force any more. */
const CHANGED = 'undertaking.changed_meanwhile';

/** What is typed. */
const typedName = z.object({ name: z.string().trim().min(1).max(SIGNED_NAME_MAX) });

/** Shows what is promised before looking at others' data, and takes the signature; stands inside a dialog. */
@Component({
  selector: 'sp-sign-undertaking',
  imports: [Control, DialogFrame, Field, FormField, Markdown, MatButton, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './sign-undertaking.html',
  styleUrl: './sign-undertaking.scss',
})
export class SignUndertaking {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly reading = viewChild<ElementRef<HTMLElement>>('reading');

  readonly organizationId = input.required<string>();
  readonly signed = output();
  readonly declined = output();

  protected readonly undertaking = httpResource<Undertaking>(() => apiAddress(this.path()));
  /** in the reader's language, where it was written in it */
  protected readonly text = computed(() => {
    const texts = this.undertaking.hasValue() ? this.undertaking.value().texts : [];
    return texts.find(({ locale }) => locale === this.language.current()) ?? texts[0];
  });
  /** an older version was signed before */
  protected readonly again = computed(() => this.undertaking.hasValue() && this.undertaking.value().signed !== null);

  private readonly typed = signal({ name: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedName));
  protected readonly signing = sending(this.form, async ({ name }, act) => {
    try {
      const { version } = this.undertaking.value() ?? {};
      return await this.api.post<Undertaking>(`${this.path()}/signatures`, { version, hash: this.text()?.hash, name: name.trim() }, act);
    } catch (failure) {
      // what was read is not in force any more: the new text is shown, to be read before it is signed
      if (problemOf(failure).code === CHANGED) this.undertaking.reload();
      throw failure;
    }
  });

  constructor() {
    // the question that stood here before is gone: the keyboard goes to what is to be read
    afterRenderEffect(() => this.reading()?.nativeElement.focus());
  }

  protected async sign(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.signing.send()) !== undefined) this.signed.emit();
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/undertaking`;
  }
}
