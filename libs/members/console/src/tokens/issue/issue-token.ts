import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ShownSystemToken, TOKEN_SCOPES } from '@smartpar/members/model';
import { Api, Control, Field, Language, ProblemNote, Segmented, sending } from '@smartpar/platform/ui';

/** How long a token may work, in days. */
const CHOICES = ['30', '90', '180', '365'] as const;

/** Makes a token: for which system, what it may do, and for how long. */
@Component({
  selector: 'sp-issue-token',
  imports: [Control, Field, FormField, MatButton, ProblemNote, Segmented, TranslocoPipe],
  templateUrl: './issue-token.html',
})
export class IssueToken {
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  readonly path = input.required<string>();
  readonly issued = output<ShownSystemToken>();
  readonly left = output();

  protected readonly scopes = computed(() => TOKEN_SCOPES.map((value) => ({ value, label: this.language.say(`usage.tokens.scope.${value}`) })));
  protected readonly days = computed(() => CHOICES.map((value) => ({ value, label: this.language.sayCount('usage.tokens.days', Number(value)) })));
  protected readonly form = form(signal({ name: '', scope: 'usage', days: '90' }), (path) => required(path.name));
  protected readonly sending = sending(this.form, ({ name, scope, days }, act) =>
    this.api.post<ShownSystemToken>(this.path(), { name, scope, days: Number(days) }, act),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const made = await this.sending.send();
    if (made !== undefined) this.issued.emit(made);
  }
}
