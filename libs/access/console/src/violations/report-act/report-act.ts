import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ViolationView } from '@smartpar/access/model';
import { ActLine, ActList, Dialogs } from '@smartpar/platform/ui';
import { CanPipe } from '../../can/can-pipe';
import { Session } from '../../session/session';
import type { ReportTopic } from '../report-dialog/report-dialog';

/** Offers, on the page of a member, to report that they broke what they promised; for those who may, and not about oneself. */
@Component({
  selector: 'sp-report-act',
  imports: [ActLine, ActList, CanPipe, TranslocoPipe],
  templateUrl: './report-act.html',
  styleUrl: './report-act.scss',
})
export class ReportAct {
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();
  readonly memberNumber = input.required<string>();
  /** they were reported */
  readonly reported = output();

  protected readonly looks = computed(() => this.router.createUrlTree(['/org', this.organizationId(), 'access', 'looks', this.memberId()]));

  protected isOneself(): boolean {
    return this.session.membershipIn(this.organizationId())?.memberId === this.memberId();
  }

  protected async report(): Promise<void> {
    const { ReportDialog } = await import('../report-dialog/report-dialog');
    const topic: ReportTopic = { organizationId: this.organizationId(), about: { memberId: this.memberId(), memberNumber: this.memberNumber() } };
    const violation = await this.dialogs.open<ViolationView, ReportTopic>(ReportDialog, topic);
    if (violation === undefined) return;
    this.reported.emit();
    await this.router.navigate(['/org', this.organizationId(), 'access', 'violations', violation.id]);
  }
}
