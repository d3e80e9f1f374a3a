import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Membership } from '@smartpar/access/console';
import type { MyUsage } from '@smartpar/members/model';
import { Icon, MomentPipe, Pending, apiAddress } from '@smartpar/platform/ui';
import { WeekChart } from '../chart/week-chart';
import { UsageWords } from '../usage-words';

/** What the app told one organization about the reader: what is collected, how much there was week by week, and each thing itself. */
@Component({
  selector: 'sp-own-usage',
  imports: [Icon, MomentPipe, Pending, TranslocoPipe, WeekChart],
  templateUrl: './own-usage.html',
  styleUrl: './own-usage.scss',
  host: { class: 'sp-card' },
})
export class OwnUsage {
  protected readonly words = inject(UsageWords);

  readonly membership = input.required<Membership>();

  protected readonly usage = httpResource<MyUsage>(() => apiAddress(`/organizations/${this.membership().organizationId}/my/usage`));
}
