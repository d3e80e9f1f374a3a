import { httpResource } from '@angular/common/http';
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, type Signal, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import type { RoleScope, ThoughtOfChange } from '@smartpar/access/model';
import { type Act, Api, apiAddress, Control, DialogFrame, Field, Icon, Problem, ProblemNote, problemOf, sending } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import { ChangePreview } from '../../explain/preview/change-preview';
import { explainTexts } from '../../explain/explain-texts';
import type { Places } from '../answers';
import { ROLE_PROBLEMS } from '../role-problems';
import { RoleWords, type ShownRole } from '../role-words';

/** Which roles can be given, and which was meant already. */
export interface GiveTopic {
  readonly organizationId: string;
  /** none while they are still read: whoever is quick opens the dialog before */
  readonly roles: Signal<readonly ShownRole[]>;
  /** empty: none yet */
  readonly role: string;
  /** the number of whom it is meant for; empty: nobody yet */
  readonly member: string;
}

/** What was given to whom, in words. */
export interface GivenRole {
  readonly role: string;
  readonly number: string;
}

interface Found {
  readonly items: readonly { readonly id: string; readonly number: number }[];
}

const EVERYWHERE = 'all';

/** Gives somebody a role, for the whole organization, a site or a group. Closes with what was given. */
@Component({
  selector: 'sp-give-dialog',
  imports: [ChangePreview, Control, DialogFrame, Field, FormField, Icon, MatButton, ProblemNote, TranslocoPipe],
  providers: [provideTranslocoScope(explainTexts)],
  templateUrl: './give-dialog.html',
})
export class GiveDialog {
  private readonly api = inject(Api);
  private readonly abilities = inject(Abilities);
  private readonly words = inject(RoleWords);
  protected readonly topic = inject<GiveTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<GivenRole>>(DialogRef);

  private readonly path = `/organizations/${this.topic.organizationId}`;
  protected readonly problems = { ...ROLE_PROBLEMS, 'member.nobody': 'roles.problem.nobody' };
  protected readonly sites = this.placesOf('site');
  protected readonly groups = this.placesOf('group');
  protected readonly form = form(signal({ member: this.topic.member, role: this.topic.role, where: EVERYWHERE }), (path) => {
    required(path.member);
    required(path.role);
  });
  private readonly role = computed(() => this.topic.roles().find(({ key }) => key === this.form.role().value()));
  /** what it permits, so that nobody gives what they do not know */
  protected readonly permits = computed(() => this.words.groups(this.role()?.abilities ?? []));
  protected readonly onlyWhole = computed(() => this.form.role().value() === 'owner');
  /** whom and what somebody wanted to see the effect of, before giving it */
  private readonly asked = signal<{ readonly memberId: string; readonly of: string } | null>(null);
  protected readonly preview = computed(() => {
    const asked = this.asked();
    const { member, role, where } = this.form().value();
    if (asked === null || asked.of !== member.trim() || role === '') return null;
    const change: ThoughtOfChange = { kind: 'give-role', role, scope: scopeOf(where) };
    return { memberId: asked.memberId, change };
  });
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = sending(this.form, ({ member, role, where }, act) => this.giveTo(member, role, where, act));

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const given = await this.sending.send();
    if (given !== undefined) this.dialog.close({ role: this.role()?.name ?? '', number: given });
  }

  /** Shows what giving it would make different. */
  protected async look(): Promise<void> {
    this.problem.set(null);
    const of = this.form.member().value().trim();
    try {
      this.asked.set({ memberId: (await this.found(of)).id, of });
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }

  private async giveTo(typed: string, role: string, where: string, act: Act): Promise<string> {
    const member = await this.found(typed.trim());
    await this.api.post(`${this.path}/members/${member.id}/role-assignments`, { role, scope: scopeOf(where) }, act);
    return `M-${member.number}`;
  }

  private async found(search: string): Promise<Found['items'][number]> {
    const { items } = await this.api.post<Found>(`${this.path}/members/search`, { search, size: 2 });
    const [member, another] = items;
    if (member === undefined || another !== undefined) throw new Problem({ status: 404, code: 'member.nobody', detail: '' });
    return member;
  }

  private placesOf(noun: 'site' | 'group') {
    return httpResource<Places>(() => (this.abilities.can('read', noun) ? apiAddress(`${this.path}/${noun}s`) : undefined));
  }
}

/** Where a role is to be held, as the list of places says it: `all`, `site <id>`, `group <id>` */
function scopeOf(where: string): RoleScope {
  const [kind, id = ''] = where.split(' ');
  return kind === 'site' || kind === 'group' ? { kind, id } : { kind: 'all' };
}
