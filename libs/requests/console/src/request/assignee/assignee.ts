import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { Api, Control, Field, Icon, Language, PersonLine, ProblemNote, Toasts, apiAddress, problemOf, type Problem } from '@smartpar/platform/ui';
import type { RequestView } from '@smartpar/requests/model';
import type { AssignableMembers } from '../../answers';
import { RequestWords } from '../../words/request-words';

/** Who is to answer a request, and handing that over. It takes effect at once and can be undone. */
@Component({
  selector: 'sp-assignee',
  imports: [Control, Field, Icon, MatButton, PersonLine, ProblemNote, TranslocoPipe],
  templateUrl: './assignee.html',
  styleUrl: './assignee.scss',
  host: { class: 'sp-card' },
})
export class Assignee {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly words = inject(RequestWords);

  readonly organizationId = input.required<string>();
  readonly request = input.required<RequestView>();
  /** somebody else answers now: the request is to be read again */
  readonly changed = output();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly members = httpResource<AssignableMembers>(() =>
    this.request().may.assign ? apiAddress(`/organizations/${this.organizationId()}/members/assignable`) : undefined,
  );
  private readonly all = computed(() => (this.members.hasValue() ? this.members.value().items : []));
  /** the member a complaint is about is never asked */
  protected readonly candidates = computed(() => this.all().filter(({ memberId }) => memberId !== this.request().aboutMemberId));
  protected readonly current = computed(() => this.request().assignee?.memberId ?? '');
  protected readonly name = computed(() => this.all().find(({ memberId }) => memberId === this.current())?.line ?? null);
  private readonly me = computed(() => this.session.membershipIn(this.organizationId())?.memberId ?? null);
  protected readonly mayTake = computed(() => this.candidates().some(({ memberId }) => memberId === this.me()) && this.me() !== this.current());

  protected take(): void {
    void this.assign(this.me());
  }

  /** Where that was refused, the list shows again who it still is. */
  protected async choose(list: HTMLSelectElement): Promise<void> {
    if (!(await this.assign(list.value === '' ? null : list.value))) list.value = this.current();
  }

  private async assign(memberId: string | null): Promise<boolean> {
    const before = this.request().assignee?.memberId ?? null;
    const done = await this.ask(memberId);
    if (done) this.toasts.show(this.language.say('requests.request.done.assigned'), () => void this.ask(before));
    return done;
  }

  private async ask(memberId: string | null): Promise<boolean> {
    this.problem.set(null);
    try {
      await this.api.post(`/organizations/${this.organizationId()}/requests/${this.request().id}/assignment`, { memberId });
      this.changed.emit();
      return true;
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return false;
    }
  }
}
