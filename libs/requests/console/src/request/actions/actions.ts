import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Act, ActLine, ActList, Api, Dialogs, Language, ProblemNote, Toasts, problemOf, type IconName, type Problem } from '@smartpar/platform/ui';
import type { RequestView } from '@smartpar/requests/model';
import type { WritingKind } from '../composer/writing';
import { HandPartDialog, type HandPartTopic } from '../hand-part-dialog/hand-part-dialog';

/** One thing that can be done. */
interface Action {
  readonly kind: WritingKind;
  readonly icon: IconName;
}

const OPEN: readonly Action[] = [
  { kind: 'reply', icon: 'reply' },
  { kind: 'question-back', icon: 'question' },
  { kind: 'answer', icon: 'check' },
  { kind: 'note', icon: 'note' },
];
const ANSWERED: readonly Action[] = [
  { kind: 'reopen', icon: 'undo' },
  { kind: 'note', icon: 'note' },
];

/** Everything that can be done to a request, each with what follows from it. */
@Component({
  selector: 'sp-actions',
  imports: [ActLine, ActList, ProblemNote, TranslocoPipe],
  templateUrl: './actions.html',
  styleUrl: './actions.scss',
  host: { class: 'sp-card' },
})
export class Actions {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly resumption = new Act();

  readonly organizationId = input.required<string>();
  readonly request = input.required<RequestView>();
  /** what the composer is about to write */
  readonly kind = input.required<WritingKind>();
  /** something else is to be written */
  readonly chosen = output<WritingKind>();
  /** something was done: the request is to be read again */
  readonly done = output();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly writings = computed(() => (this.request().state === 'answered' ? ANSWERED : OPEN));

  protected async resume(): Promise<void> {
    this.problem.set(null);
    try {
      await this.api.post(`/organizations/${this.organizationId()}/requests/${this.request().id}/resumption`, {}, this.resumption);
      this.toasts.show(this.language.say('requests.request.done.resumed'));
      this.done.emit();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }

  protected async hand(): Promise<void> {
    const handed = await this.dialogs.open<boolean, HandPartTopic>(HandPartDialog, { organizationId: this.organizationId(), requestId: this.request().id });
    if (handed === true) this.done.emit();
  }
}
