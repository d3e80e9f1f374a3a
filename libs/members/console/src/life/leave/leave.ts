import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import type { LeavingOutlook, LeftMyself } from '@smartpar/members/model';
import { Act, Api, Icon, Now, PageHeader, Pending, ProblemNote, apiAddress, problemOf, type Problem } from '@smartpar/platform/ui';
import { Letter } from '../letter/letter';
import { Outlook } from '../outlook/outlook';
import { inDays } from '../until';

/** Leaving an organization of one's own accord: what becomes of one's data there and until when it can be taken back, before it is done. */
@Component({
  selector: 'sp-leave',
  imports: [Icon, Letter, MatButton, Outlook, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './leave.html',
  styleUrl: '../leaving/leaving.scss',
})
export class Leave {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly now = inject(Now);
  private readonly act = new Act();

  readonly organizationId = input.required<string>();

  /** what it was called is still said once one has left */
  protected readonly organization = signal('');
  protected readonly outlook = httpResource<LeavingOutlook>(() =>
    this.left() === null ? apiAddress(`/organizations/${this.organizationId()}/my/leaving`) : undefined,
  );
  protected readonly until = computed(() => (this.outlook.hasValue() ? inDays(this.now.moment(), this.outlook.value().graceDays) : null));
  protected readonly left = signal<LeftMyself | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly name = computed(() => this.organization() || (this.session.membershipIn(this.organizationId())?.organizationName ?? ''));

  protected async leave(): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    this.organization.set(this.name());
    try {
      this.left.set(await this.api.post<LeftMyself>(`/organizations/${this.organizationId()}/my/leaving`, { read: true }, this.act));
      await this.session.refresh();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
