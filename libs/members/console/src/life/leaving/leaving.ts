import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DEPARTURE_CAUSES, memberNumberText, type DepartureCause, type LeavingOutlook, type MemberDeparted } from '@smartpar/members/model';
import {
  Act,
  Api,
  Control,
  Field,
  Icon,
  Language,
  Now,
  PageHeader,
  Pending,
  ProblemNote,
  Toasts,
  apiAddress,
  problemOf,
  type Problem,
} from '@smartpar/platform/ui';
import { HOLD_GROUNDS, HOLD_WORDS_MAX, type HoldGround } from '@smartpar/retention/model';
import { Letter } from '../letter/letter';
import { Outlook } from '../outlook/outlook';
import { inDays } from '../until';

/** What happens when a member is let go, before it is done: what goes, what stays and why; and then the letter, where no mail reaches them. */
@Component({
  selector: 'sp-leaving',
  imports: [Control, Field, Icon, Letter, MatButton, Outlook, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './leaving.html',
  styleUrl: './leaving.scss',
})
export class Leaving {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly now = inject(Now);
  private readonly act = new Act();

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();

  protected readonly causes = DEPARTURE_CAUSES;
  protected readonly grounds = HOLD_GROUNDS;
  protected readonly most = HOLD_WORDS_MAX;
  protected readonly outlook = httpResource<LeavingOutlook>(() => apiAddress(`${this.path()}/leaving`));
  protected readonly cause = signal<DepartureCause>('left');
  protected readonly envelope = signal<'mail' | 'print'>('mail');
  /** whether something must be kept: not said yet, no, or yes */
  protected readonly held = signal<'' | 'no' | 'yes'>('');
  protected readonly ground = signal<HoldGround>('dispute');
  protected readonly words = signal('');
  protected readonly isSaid = computed(() => {
    if (this.held() === 'yes') return this.words().trim() !== '';
    return this.cause() !== 'dismissed' || this.held() === 'no';
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly letter = signal<{ readonly code: string; readonly number: string; readonly until: string } | null>(null);
  /** until when it can be taken back, if it is done now */
  protected readonly until = computed(() => (this.outlook.hasValue() ? inDays(this.now.moment(), this.outlook.value().graceDays) : null));
  protected readonly back = computed(() => ['/org', this.organizationId(), 'members', this.memberId()]);

  protected choose(value: string): void {
    this.cause.set(DEPARTURE_CAUSES.find((cause) => cause === value) ?? this.cause());
  }

  protected chooseGround(value: string): void {
    this.ground.set(HOLD_GROUNDS.find((ground) => ground === value) ?? this.ground());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isSaid() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const hold = this.held() === 'yes' ? { ground: this.ground(), words: this.words().trim() } : null;
    const message = { cause: this.cause(), envelope: this.envelope(), hold };
    try {
      const { code, number, graceUntil } = await this.api.post<MemberDeparted>(`${this.path()}/deactivation`, message, this.act);
      if (code !== null) return this.letter.set({ code, number: memberNumberText(number), until: graceUntil ?? '' });
      this.toasts.show(this.language.say('members.life.go.done'));
      await this.router.navigate([...this.back()]);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/members/${this.memberId()}`;
  }
}
