import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AccessReview } from '@smartpar/access/model';
import { Column, DayPipe, Icon, List, PageHeader, RowKeys, Why, freshOnReturn, keysetList } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { ReviewStateChip } from '../review-state';
import { ReviewWords } from '../review-words';

/** Every review one may read, newest first; for most people those they were asked to answer in. */
@Component({
  selector: 'sp-review-list',
  imports: [CanPipe, Column, DayPipe, Icon, List, MatButton, PageHeader, ReviewStateChip, RouterLink, RowKeys, TranslocoPipe, Why],
  templateUrl: './review-list.html',
})
export class ReviewList {
  protected readonly words = inject(ReviewWords);

  readonly organizationId = input.required<string>();

  protected readonly reviews = keysetList<AccessReview>(() => ({ path: `/organizations/${this.organizationId()}/access-reviews` }));
  protected readonly keyOf = ({ id }: AccessReview): string => id;
  protected readonly linkOf = ({ id }: AccessReview) => ['/org', this.organizationId(), 'access', 'reviews', id];

  constructor() {
    freshOnReturn(this.reviews);
  }
}
