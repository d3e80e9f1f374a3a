import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnEvaluations as Evaluations } from '@smartpar/access/model';
import { Pending, apiAddress } from '@smartpar/platform/ui';
import { EvaluationWords } from '../evaluation-words';

/** Tells a member whether their organization evaluates what its people do here, what that can be, and why it may. */
@Component({
  selector: 'sp-own-evaluations',
  imports: [Pending, TranslocoPipe],
  templateUrl: './own-evaluations.html',
  styleUrl: './own-evaluations.scss',
})
export class OwnEvaluations {
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();

  protected readonly evaluations = httpResource<Evaluations>(() => apiAddress(`/organizations/${this.organizationId()}/my/evaluations`));
}
