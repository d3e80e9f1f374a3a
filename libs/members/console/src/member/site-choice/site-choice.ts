import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MemberAct, MemberView } from '@smartpar/members/model';
import { Api, Control, Field, Language, ProblemNote, Toasts, apiAddress, problemOf, type Problem } from '@smartpar/platform/ui';
import type { SiteChoices } from '../../answers';

/** At which site a member is. Another one counts at once and can be taken back. */
@Component({
  selector: 'sp-site-choice',
  imports: [Control, Field, ProblemNote, TranslocoPipe],
  templateUrl: './site-choice.html',
  styleUrl: './site-choice.scss',
  host: { class: 'sp-card', '[hidden]': '!offered()' },
})
export class SiteChoice {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  readonly organizationId = input.required<string>();
  readonly member = input.required<MemberView>();
  /** the site is another one, or somebody else changed the member: they are to be read again */
  readonly changed = output();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly sites = httpResource<SiteChoices>(() =>
    this.member().may.place ? apiAddress(`/organizations/${this.organizationId()}/sites`) : undefined,
  );
  protected readonly offered = computed(() => this.member().may.place && this.sites.hasValue() && this.sites.value().items.length > 0);
  protected readonly current = computed(() => this.member().site?.id ?? '');

  /** Where that was refused, the list shows again which one it still is. */
  protected async choose(list: HTMLSelectElement): Promise<void> {
    const { id, version } = this.member();
    const before = this.current();
    const placed = await this.place(id, list.value, version);
    if (placed === undefined) list.value = this.current();
    else this.toasts.show(this.language.say('members.done.placed'), () => void this.place(id, before, placed.version));
  }

  private async place(memberId: string, siteId: string, version: number): Promise<MemberAct | undefined> {
    this.problem.set(null);
    try {
      const message = { version, siteId: siteId === '' ? null : siteId };
      return await this.api.put<MemberAct>(`/organizations/${this.organizationId()}/members/${memberId}/site`, message);
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return undefined;
    } finally {
      this.changed.emit();
    }
  }
}
