import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntryChallenge, LedgerLook, ViolationView } from '@smartpar/access/model';
import { DayPipe, Dialogs, Language, Toasts } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import type { ReportTopic } from '../../violations/report-dialog/report-dialog';
import type { ChallengeTopic } from '../challenge-dialog/challenge-dialog';

/** What the reader can do about one look at their data, and what was done about it. */
@Component({
  selector: 'sp-look-acts',
  imports: [DayPipe, MatButton, RouterLink, TranslocoPipe],
  templateUrl: './look-acts.html',
  styleUrl: './look-acts.scss',
})
export class LookActs {
  private readonly abilities = inject(Abilities);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly look = input.required<LedgerLook>();
  /** something was done about it: the ledger is to be read again */
  readonly changed = output();

  protected readonly mayReport = computed(() => {
    const { self, lockbox } = this.look().by;
    return !self && lockbox === undefined && this.abilities.of(this.organizationId()).can('report', 'violation');
  });

  protected async challenge(): Promise<void> {
    const { ChallengeDialog } = await import('../challenge-dialog/challenge-dialog');
    const topic = { organizationId: this.organizationId(), look: this.look() };
    const challenge = await this.dialogs.open<EntryChallenge, ChallengeTopic>(ChallengeDialog, topic);
    if (challenge === undefined) return;
    this.toasts.show(this.language.say('access.ledger.challenge.sent', { reference: challenge.reference }));
    this.changed.emit();
  }

  protected async report(): Promise<void> {
    const { ReportDialog } = await import('../../violations/report-dialog/report-dialog');
    const topic: ReportTopic = { organizationId: this.organizationId(), about: { entryId: this.look().id } };
    const violation = await this.dialogs.open<ViolationView, ReportTopic>(ReportDialog, topic);
    if (violation !== undefined) this.toasts.show(this.language.say('access.violations.reported', { who: violation.memberNumber }));
  }
}
