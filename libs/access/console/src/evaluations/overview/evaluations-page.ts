import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EvaluationLine, EvaluationRulesView } from '@smartpar/access/model';
import { ActLine, ActList, Column, List, MomentPipe, PageHeader, Pending, Why, apiAddress, keysetList, type IconName } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import { EvaluationWords } from '../evaluation-words';

/** One of the pages about evaluations. */
interface Way {
  readonly icon: IconName;
  /** of its texts, and of its address */
  readonly name: 'agreement' | 'alerts' | 'receipts' | 'log';
  /** what one must be able to read to go there */
  readonly needs: string;
}

const WAYS: readonly Way[] = [
  { icon: 'document', name: 'agreement', needs: 'evaluation-rules' },
  { icon: 'eye', name: 'alerts', needs: 'evaluation' },
  { icon: 'check', name: 'receipts', needs: 'evaluation-receipt' },
  { icon: 'audit', name: 'log', needs: 'audit-outline' },
];

/** Whether worker data is evaluated here, and every time it was: as such, never of whom. */
@Component({
  selector: 'sp-evaluations-page',
  imports: [ActLine, ActList, Column, List, MomentPipe, PageHeader, Pending, TranslocoPipe, Why],
  templateUrl: './evaluations-page.html',
  styleUrl: './evaluations-page.scss',
})
export class EvaluationsPage {
  private readonly router = inject(Router);
  private readonly abilities = inject(Abilities);
  protected readonly words = inject(EvaluationWords);

  readonly organizationId = input.required<string>();

  protected readonly rules = httpResource<EvaluationRulesView>(() => apiAddress(`/organizations/${this.organizationId()}/evaluation-rules`));
  protected readonly evaluations = keysetList<EvaluationLine>(() => ({ path: `/organizations/${this.organizationId()}/evaluations` }));
  protected readonly ways = computed(() => WAYS.filter(({ needs }) => this.abilities.can('read', needs)).map((way) => ({ ...way, link: this.linkTo(way) })));
  protected readonly keyOf = ({ id }: EvaluationLine): string => id;

  private linkTo({ name }: Way): UrlTree {
    const organization = ['/org', this.organizationId()];
    return this.router.createUrlTree(name === 'log' ? [...organization, 'log-outline'] : [...organization, 'access', 'evaluations', name]);
  }
}
