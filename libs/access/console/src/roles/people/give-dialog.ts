import { httpResource } from '@angular/common/http';
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Act, Api, apiAddress, Control, DialogFrame, Field, Problem, ProblemNote, sending } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import type { Places } from '../answers';
import { ROLE_PROBLEMS } from '../role-problems';
import { RoleWords, type ShownRole } from '../role-words';

/** Which roles can be given, and which was meant already. */
export interface GiveTopic {
  readonly organizationId: string;
  readonly roles: readonly ShownRole[];
  /** empty: none yet */
  readonly role: string;
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
  imports: [Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
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
  protected readonly form = form(signal({ member: '', role: this.topic.role, where: EVERYWHERE }), (path) => {
    required(path.member);
    required(path.role);
  });
  private readonly role = computed(() => this.topic.roles.find(({ key }) => key === this.form.role().value()));
  /** what it permits, so that nobody gives what they do not know */
  protected readonly permits = computed(() => this.words.groups(this.role()?.abilities ?? []));
  protected readonly onlyWhole = computed(() => this.form.role().value() === 'owner');
  protected readonly sending = sending(this.form, ({ member, role, where }, act) => this.giveTo(member, role, where, act));

  protected async give(event: Event): Promise<void> {
    event.preventDefault();
    const given = await this.sending.send();
    if (given !== undefined) this.dialog.close({ role: this.role()?.name ?? '', number: given });
  }

  private async giveTo(typed: string, role: string, where: string, act: Act): Promise<string> {
    const found = await this.api.post<Found>(`${this.path}/members/search`, { search: typed.trim(), size: 2 });
    const [member, another] = found.items;
    if (member === undefined || another !== undefined) throw new Problem({ status: 404, code: 'member.nobody', detail: '' });
    const [kind, id] = where.split(' ');
    await this.api.post(`${this.path}/members/${member.id}/role-assignments`, { role, scope: id === undefined ? { kind } : { kind, id } }, act);
    return `M-${member.number}`;
  }

  private placesOf(noun: 'site' | 'group') {
    return httpResource<Places>(() => (this.abilities.can('read', noun) ? apiAddress(`${this.path}/${noun}s`) : undefined));
  }
}
