import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { groupInput, type MemberGroup } from '@smartpar/members/model';
import { Api, Control, Field, ProblemNote, sending } from '@smartpar/platform/ui';
import { GROUP_PROBLEMS } from '../group-problems';

/** Gives a group another name. */
@Component({
  selector: 'sp-group-name',
  imports: [Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './group-name.html',
})
export class GroupName {
  private readonly api = inject(Api);

  /** where the groups are, below `/api` */
  readonly path = input.required<string>();
  readonly group = input.required<MemberGroup>();
  readonly saved = output();
  readonly left = output();

  protected readonly problems = GROUP_PROBLEMS;
  protected readonly form = form(
    linkedSignal(() => ({ name: this.group().name })),
    (path) => {
      validateStandardSchema(path, groupInput);
    },
  );
  protected readonly sending = sending(this.form, ({ name }, act) => {
    const { id, version } = this.group();
    return this.api.patch<MemberGroup>(`${this.path()}/${id}`, { name, version }, act);
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.sending.send();
    if (this.sending.sent()) this.saved.emit();
  }
}
