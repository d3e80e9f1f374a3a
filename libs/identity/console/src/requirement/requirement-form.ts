import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { FormField, form, max, min, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type FactorRequirementView, MAX_GRACE_DAYS } from '@smartpar/identity/model';
import { Api, Control, Field, ProblemNote, sending } from '@smartpar/platform/ui';

/** Code of a setting that somebody else changed meanwhile. */
const CHANGED = 'second-factor-requirement.changed_meanwhile';

/** Asks members for a second factor, with so many days of grace, or stops asking. */
@Component({
  selector: 'sp-requirement-form',
  imports: [Control, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './requirement-form.html',
  styleUrl: './requirement-form.scss',
})
export class RequirementForm {
  private readonly api = inject(Api);

  readonly requirement = input.required<FactorRequirementView>();
  readonly organizationId = input.required<string>();
  readonly saved = output<FactorRequirementView>();
  /** somebody else changed it, so it is to be read again */
  readonly outdated = output();

  protected readonly most = MAX_GRACE_DAYS;
  private readonly typed = linkedSignal(() => ({ required: this.requirement().required, graceDays: this.requirement().graceDays }));
  protected readonly form = form(this.typed, (path) => {
    required(path.graceDays);
    min(path.graceDays, 0);
    max(path.graceDays, MAX_GRACE_DAYS);
  });
  protected readonly saving = sending(this.form, (wanted, act) =>
    this.api.put<FactorRequirementView>(`/organizations/${this.organizationId()}/second-factor`, { ...wanted, version: this.requirement().version }, act),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const saved = await this.saving.send();
    if (saved !== undefined) this.saved.emit(saved);
    else if (this.saving.problem()?.code === CHANGED) this.outdated.emit();
  }
}
