import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnClaim } from '@smartpar/organizations/model';
import { apiAddress, EmptyState, PageHeader, Pending } from '@smartpar/platform/ui';
import { OwnClaimCard } from './own-claim-card';

/** Claims of one's own account: who claims it, by which domain, until when one may choose, and what one chose. */
@Component({
  selector: 'sp-own-claims',
  imports: [EmptyState, OwnClaimCard, PageHeader, Pending, TranslocoPipe],
  templateUrl: './own-claims.html',
  host: { class: 'sp-stack' },
})
export class OwnClaims {
  protected readonly claims = httpResource<{ items: readonly OwnClaim[] }>(() => apiAddress('/account/claims'));
}
