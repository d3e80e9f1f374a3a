import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CitedLook, LedgerDelayView } from '@smartpar/access/model';
import { Column, Dialogs, Icon, List, PageHeader, keysetList } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { ViolationWords } from '../../violations/violation-words';
import type { HoldBackTopic } from '../hold-back-dialog/hold-back-dialog';

/** What one member looked at, for those who look after that; a look can be told later from here. */
@Component({
  selector: 'sp-looks-page',
  imports: [CanPipe, Column, Icon, List, MatButton, PageHeader, RouterLink, TranslocoPipe],
  templateUrl: './looks-page.html',
  styleUrl: '../../styles/case-page.scss',
})
export class LooksPage {
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  protected readonly words = inject(ViolationWords);

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();

  protected readonly looks = keysetList<CitedLook>(() => ({ path: `/organizations/${this.organizationId()}/members/${this.memberId()}/looks` }));
  protected readonly keyOf = ({ id }: CitedLook): string => id;

  protected async holdBack(look: CitedLook): Promise<void> {
    const { HoldBackDialog } = await import('../hold-back-dialog/hold-back-dialog');
    const topic = { organizationId: this.organizationId(), look };
    const delay = await this.dialogs.open<LedgerDelayView, HoldBackTopic>(HoldBackDialog, topic);
    if (delay !== undefined) await this.router.navigate(['/org', this.organizationId(), 'access', 'delays', delay.id]);
  }
}
