import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe, Session } from '@smartpar/access/console';
import type { FactorRequirementView } from '@smartpar/identity/model';
import { apiAddress, DayPipe, Language, PageHeader, Pending, Toasts } from '@smartpar/platform/ui';
import { RequirementForm } from './requirement-form';
import { ResetFactor } from './reset-factor';

/** Whether members need a second factor, and letting in who lost theirs. */
@Component({
  selector: 'sp-requirement',
  imports: [CanPipe, DayPipe, PageHeader, Pending, RequirementForm, ResetFactor, TranslocoPipe],
  templateUrl: './requirement.html',
  styleUrl: './requirement.scss',
})
export class Requirement {
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  readonly organizationId = input.required<string>();
  /** a member number to begin with, where another page leads here */
  readonly member = input<string>();

  protected readonly requirement = httpResource<FactorRequirementView>(() => apiAddress(`/organizations/${this.organizationId()}/second-factor`));
  /** whoever asks others for one should have one */
  protected readonly withoutOne = computed(() => this.session.facts()?.secondFactor === false);

  protected async saved(changed: FactorRequirementView): Promise<void> {
    this.requirement.set(changed);
    this.toasts.show(this.language.say('identity.requirement.saved'));
    await this.session.refresh();
  }
}
