import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import type { MemberLife, MemberView } from '@smartpar/members/model';
import { ActLine, ActList, Api, DayPipe, Language, ProblemNote, Toasts, apiAddress, problemOf, type Problem } from '@smartpar/platform/ui';
import { Holds } from '../holds/holds';

/** Whether somebody is leaving, until when they can come back and what it waits for; with the ways to let them go and to take it back. */
@Component({
  selector: 'sp-life-panel',
  imports: [ActLine, ActList, DayPipe, Holds, ProblemNote, TranslocoPipe],
  templateUrl: './life-panel.html',
  styleUrl: './life-panel.scss',
  host: { class: 'sp-card', '[hidden]': '!isShown()' },
})
export class LifePanel {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();
  /** they came back: the member is to be read again */
  readonly changed = output();

  protected readonly life = httpResource<MemberLife>(() => apiAddress(`${this.path()}/life`));
  protected readonly known = computed(() => (this.life.hasValue() ? this.life.value() : null));
  protected readonly mayLetGo = computed(() => {
    const self = this.session.membershipIn(this.organizationId())?.memberId === this.member().id;
    return (this.known()?.may.deactivate ?? false) && !self;
  });
  protected readonly isShown = computed(() => {
    const life = this.known();
    return life !== null && (life.departure !== null || life.dormantSince !== null || this.mayLetGo() || life.may.readHolds);
  });
  protected readonly leaving = computed(() => this.router.createUrlTree(['/org', this.organizationId(), 'members', this.member().id, 'leaving']));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    let version = 0;
    effect(() => {
      const now = this.member().version;
      if (version !== 0 && now !== version) this.life.reload();
      version = now;
    });
  }

  protected again(): void {
    this.life.reload();
  }

  protected async takeBack(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.delete(`${this.path()}/deactivation`);
      this.toasts.show(this.language.say('members.life.back.done'));
      this.life.reload();
      this.changed.emit();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/members/${this.member().id}`;
  }
}
