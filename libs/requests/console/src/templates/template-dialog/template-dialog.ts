import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, Control, DialogFrame, Field, Formats, Language, ProblemNote, Toasts, draftOf, sending } from '@smartpar/platform/ui';
import { REQUEST_KINDS, addTemplate, type TemplateView } from '@smartpar/requests/model';
import { messageContract } from '../../ask/message-contract';

/** Which text is changed; `null` for a new one. */
export interface TemplateTopic {
  /** address of the texts below `/api` */
  readonly path: string;
  readonly template: TemplateView | null;
}

/** Languages offered, beside the one a text already has. */
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'uk', 'ar'];

/** Writes or changes one text. Closes with `true` when it was kept. */
@Component({
  selector: 'sp-template-dialog',
  imports: [Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './template-dialog.html',
})
export class TemplateDialog {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  protected readonly topic = inject<TemplateTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);

  // what was typed belongs to the version it was typed over: a later one begins from itself
  private readonly draft = draftOf(`template:${this.topic.template === null ? 'new' : `${this.topic.template.id}:${this.topic.template.changedAt}`}`, {
    title: this.topic.template?.title ?? '',
    language: this.topic.template?.language ?? this.language.current(),
    kind: this.topic.template?.kind ?? '',
    text: this.topic.template?.text ?? '',
  });
  protected readonly kinds = REQUEST_KINDS;
  protected readonly languages = computed(() =>
    [...new Set([...LANGUAGES, this.draft.model().language])]
      .map((tag) => ({ tag, name: this.formats.languageName(tag) }))
      .sort((one, other) => one.name.localeCompare(other.name, this.language.current())),
  );
  protected readonly form = form(this.draft.model, (path) => validateStandardSchema(path, () => messageContract(addTemplate, messageOf)));
  protected readonly keeping = sending(this.form, (typed, act) => {
    const { template, path } = this.topic;
    return template === null
      ? this.api.post<TemplateView>(path, messageOf(typed), act)
      : this.api.patch<TemplateView>(`${path}/${template.id}`, messageOf(typed), act);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.keeping.send()) === undefined) return;
    this.draft.clear();
    this.toasts.show(this.language.say(this.topic.template === null ? 'requests.templates.added' : 'requests.templates.changed'));
    this.dialog.close(true);
  }

  protected cancel(): void {
    this.draft.clear();
    this.dialog.close(false);
  }
}

const messageOf = ({ kind, ...typed }: { readonly title: string; readonly language: string; readonly kind: string; readonly text: string }) => ({
  ...typed,
  kind: kind === '' ? null : kind,
});
