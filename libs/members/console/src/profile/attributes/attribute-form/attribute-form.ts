import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { MAX_ATTRIBUTE_NAME, type ProfileAttribute } from '@smartpar/members/model';
import { Api, Control, Field, ProblemNote, sending } from '@smartpar/platform/ui';
import { ATTRIBUTE_PROBLEMS, choicesIn } from '../attribute-words';

/** Changes the name of something the organization keeps, what there is to choose from, and who may change a value. */
@Component({
  selector: 'sp-attribute-form',
  imports: [Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './attribute-form.html',
})
export class AttributeForm {
  private readonly api = inject(Api);

  /** where attributes are kept */
  readonly path = input.required<string>();
  readonly attribute = input.required<ProfileAttribute>();
  readonly saved = output();
  readonly left = output();

  protected readonly problems = ATTRIBUTE_PROBLEMS;
  protected readonly form = form(
    linkedSignal(() => {
      const { name, choices, byPerson } = this.attribute();
      return { name, choices: choices.join('\n'), byPerson: byPerson ? 'yes' : 'no' };
    }),
    (path) => {
      required(path.name);
      maxLength(path.name, MAX_ATTRIBUTE_NAME);
      required(path.choices, { when: () => this.attribute().kind === 'choice' });
    },
  );
  protected readonly sending = sending(this.form, ({ name, choices, byPerson }, act) => {
    const { id, version, kind } = this.attribute();
    const change = { version, name, byPerson: byPerson === 'yes', ...(kind === 'choice' && { choices: choicesIn(choices) }) };
    return this.api.patch<ProfileAttribute>(`${this.path()}/${id}`, change, act);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.sending.send()) !== undefined) this.saved.emit();
  }
}
