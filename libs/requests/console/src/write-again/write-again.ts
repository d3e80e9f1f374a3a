import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Control, Field, Language, ProblemNote, Toasts, sending, type Act } from '@smartpar/platform/ui';
import { appendToMine, type RequestState } from '@smartpar/requests/model';
import type { OwnRequestAct } from '../answers';
import { keptText } from '../kept-text/kept-text';

/** One more message of the person; to an answered request it opens it again. */
@Component({
  selector: 'sp-write-again',
  imports: [Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './write-again.html',
  styleUrl: './write-again.scss',
})
export class WriteAgain {
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  /** id of the request, under which what is typed is kept */
  readonly name = input.required<string>();
  readonly state = input.required<RequestState>();
  readonly send = input.required<(text: string, act: Act) => Promise<OwnRequestAct>>();
  readonly written = output();

  private readonly model = keptText(() => `write:${this.name()}`);
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, appendToMine));
  protected readonly message = sending(this.form, ({ text }, act) => this.send()(text, act));
  protected readonly label = computed(() => (this.state() === 'waiting-for-person' ? 'requests.follow.reply' : 'requests.follow.write'));
  protected readonly hint = computed(() => (this.state() === 'answered' ? 'requests.follow.writeClosed' : 'requests.follow.writeHint'));

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.message.send()) === undefined) return;
    this.model.set({ text: '' });
    this.form().reset();
    this.toasts.show(this.language.say('requests.follow.sent'));
    this.written.emit();
  }
}
