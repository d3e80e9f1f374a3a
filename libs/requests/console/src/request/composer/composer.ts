import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, effect, inject, input, model, output, signal, untracked, viewChild } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import { Api, Control, DistancePipe, Field, Icon, Language, Popover, ProblemNote, Toasts, apiAddress, sending } from '@smartpar/platform/ui';
import { REQUEST_OUTCOMES, type RequestAct, type RequestView } from '@smartpar/requests/model';
import type { TemplateList } from '../../answers';
import { messageContract } from '../../ask/message-contract';
import { ChoiceCards } from '../../choice-cards/choice-cards';
import { keptDraft } from './kept-draft';
import { NOTHING_WRITTEN, WRITING_CONTRACTS, WRITING_PATHS, draftKindOf, messageOf, type Written, type WritingKind } from './writing';

/** Where those who answer write: a reply, a question back, the answer, a note. What is typed is kept on the server. */
@Component({
  selector: 'sp-composer',
  imports: [ChoiceCards, Control, DistancePipe, Field, FormField, Icon, MatButton, Popover, ProblemNote, TranslocoPipe],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
  host: { '[class.inner]': "kind() === 'note'" },
})
export class Composer {
  private readonly api = inject(Api);
  private readonly abilities = inject(Abilities);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');

  readonly organizationId = input.required<string>();
  readonly request = input.required<RequestView>();
  /** what is written */
  readonly kind = model.required<WritingKind>();
  /** something was sent: the request is to be read again */
  readonly done = output();

  private readonly path = computed(() => `/organizations/${this.organizationId()}/requests/${this.request().id}`);
  private readonly written = signal<Written>(NOTHING_WRITTEN);
  protected readonly form = form(this.written, (path) =>
    validateStandardSchema(path, () => messageContract(WRITING_CONTRACTS[this.kind()], (written: Written) => messageOf(this.kind(), written))),
  );
  protected readonly message = sending(this.form, async (written, act) => {
    const kind = this.kind();
    await this.draft.rest();
    return this.api.post<RequestAct>(`${this.path()}/${WRITING_PATHS[kind]}`, messageOf(kind, written), act);
  });
  protected readonly draft = keptDraft({
    path: this.path,
    typed: () => ({ kind: draftKindOf(this.kind()), text: this.written().text }),
    restore: ({ kind, text }) => {
      this.written.set({ ...NOTHING_WRITTEN, text });
      if (untracked(this.kind) !== 'reopen') this.kind.set(kind);
    },
  });

  protected readonly templates = httpResource<TemplateList>(() =>
    this.abilities.can('read', 'reply-template') ? apiAddress(`/organizations/${this.organizationId()}/templates`) : undefined,
  );
  protected readonly fitting = computed(() =>
    this.templates.hasValue() ? this.templates.value().items.filter(({ kind }) => kind === null || kind === this.request().kind) : [],
  );
  protected readonly outcomes = computed(() =>
    REQUEST_OUTCOMES.map((value) => ({
      value,
      label: this.language.say(`requests.outcome.${value}`),
      hint: value === 'refused' ? this.language.say('requests.request.refusedHint') : undefined,
    })),
  );
  protected readonly pauses = computed(() => [
    { value: '', label: this.language.say('requests.request.pauseNo') },
    ...this.request().mayPauseFor.map((value) => ({ value, label: this.language.say(`requests.request.pauseFor.${value}`) })),
  ]);
  protected readonly paused = computed(() => this.request().clocks.some(({ state }) => state === 'paused'));

  constructor() {
    // what was left empty for another kind of writing is no fault of this one
    effect(() => {
      this.kind();
      untracked(() => this.form().reset());
    });
  }

  /** Moves to where one writes. */
  focus(): void {
    const area = this.area().nativeElement;
    area.focus();
    area.scrollIntoView?.({ block: 'center' });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const kind = this.kind();
    if ((await this.message.send()) === undefined) return;
    this.written.set(NOTHING_WRITTEN);
    this.form().reset();
    this.toasts.show(this.language.say(`requests.request.done.${kind}`));
    this.done.emit();
  }

  /** Puts a kept text where the cursor stands. */
  protected insert(text: string): void {
    const area = this.area().nativeElement;
    const { selectionStart: start, selectionEnd: end } = area;
    this.written.update((written) => ({ ...written, text: `${written.text.slice(0, start)}${text}${written.text.slice(end)}` }));
    this.focus();
  }
}
