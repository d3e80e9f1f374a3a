import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import type { SessionLine, SessionList } from '@smartpar/identity/model';
import { Api, DistancePipe, Icon, Language, MomentPipe, PageHeader, Pending, type Problem, ProblemNote, problemOf, Toasts } from '@smartpar/platform/ui';

/** Everywhere one is signed in, and the way to end it: here, in one place, or everywhere else. */
@Component({
  selector: 'sp-sessions',
  imports: [DistancePipe, Icon, MatButton, MomentPipe, PageHeader, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './sessions.html',
  styleUrl: './sessions.scss',
})
export class Sessions {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  protected readonly sessions = httpResource<SessionList>(() => '/api/account/sessions');
  protected readonly others = computed(() => (this.sessions.hasValue() ? this.sessions.value().items.filter(({ current }) => !current).length : 0));
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  /** `Firefox on Windows`, as far as the browser said. */
  protected deviceOf({ browser, system }: SessionLine): string {
    if (browser !== null && system !== null) return this.language.say('identity.sessions.device', { browser, system });
    return browser ?? system ?? this.language.say('identity.sessions.unknownDevice');
  }

  protected end(line: SessionLine): Promise<void> {
    return this.act(async () => {
      await this.api.delete(`/account/sessions/${line.id}`);
      this.toasts.show(this.language.say('identity.sessions.ended', { device: this.deviceOf(line) }));
      this.sessions.reload();
    });
  }

  protected endOthers(): Promise<void> {
    return this.act(async () => {
      await this.api.delete('/account/sessions');
      this.toasts.show(this.language.say('identity.sessions.othersEnded'));
      this.sessions.reload();
    });
  }

  protected signOut(): Promise<void> {
    return this.act(async () => {
      await this.session.signOut();
      await this.router.navigateByUrl('/');
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
