import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CustomRole, roleInput, type RoleList } from '@smartpar/access/model';
import { Api, apiAddress, Control, Field, Icon, Language, PageHeader, Pending, ProblemNote, sending, Toasts, Why } from '@smartpar/platform/ui';
import * as z from 'zod';
import { RoleChange } from '../../explain/role-change/role-change';
import { ROLE_PROBLEMS } from '../role-problems';
import { RoleWords } from '../role-words';

const CHANGED = 'role.changed_meanwhile';

const { name, sentence } = roleInput.shape;

/** What is typed: an empty sentence stands for none. */
const typed = z.object({ name, sentence: z.literal('').or(sentence.unwrap().unwrap()) });

/** Composes a role of named abilities, or changes one. Only what the reader may do themselves is offered. */
@Component({
  selector: 'sp-compose',
  imports: [Control, Field, FormField, Icon, MatButton, PageHeader, Pending, ProblemNote, RoleChange, RouterLink, TranslocoPipe, Why],
  templateUrl: './compose.html',
  styleUrl: './compose.scss',
})
export class Compose {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(RoleWords);

  readonly organizationId = input.required<string>();
  /** the role that is changed; without it, a new one is composed */
  readonly role = input<string>();

  protected readonly problems = { ...ROLE_PROBLEMS, [CHANGED]: 'roles.compose.changedMeanwhile' };
  protected readonly roles = httpResource<RoleList>(() => apiAddress(`/organizations/${this.organizationId()}/roles`));
  private readonly known = computed(() => (this.roles.hasValue() ? this.roles.value() : undefined));
  private readonly changed = computed(() => this.known()?.custom.find(({ id }) => id === this.role()));
  /** as it was when it was first read: whatever is read again takes nothing away that is being typed */
  private readonly opened = linkedSignal<CustomRole | undefined, CustomRole | undefined>({
    source: this.changed,
    computation: (now, before) => before?.value ?? now,
  });
  protected readonly ready = computed(() => this.roles.hasValue() && (this.role() === undefined || this.opened() !== undefined));
  protected readonly chosen = linkedSignal<readonly string[]>(() => this.opened()?.abilities ?? []);
  protected readonly search = signal('');
  protected readonly tried = signal(false);
  protected readonly form = form(
    linkedSignal(() => ({ name: this.opened()?.name ?? '', sentence: this.opened()?.sentence ?? '' })),
    (path) => {
      validateStandardSchema(path, typed);
    },
  );
  protected readonly groups = computed(() => {
    const term = this.search().trim().toLocaleLowerCase();
    const offered = (this.known()?.abilities ?? []).filter(({ mayPassOn }) => mayPassOn).map((ability) => ability.name);
    return this.words
      .groups(offered)
      .map(({ title, abilities }) => ({
        title,
        abilities: abilities.filter((one) => `${title} ${one.sentence}`.toLocaleLowerCase().includes(term)),
      }))
      .filter(({ abilities }) => abilities.length > 0);
  });
  /** what the role permits as it is kept, and how many hold it */
  protected readonly kept = computed(() => ({ abilities: (this.changed() ?? this.opened())?.abilities ?? [], holders: this.changed()?.holders ?? 0 }));
  protected readonly composable = computed(() => (this.known()?.abilities ?? []).map((ability) => ability.name));
  protected readonly summary = computed(() => this.language.sayCount('roles.compose.summary', this.chosen().length));
  private readonly scoped = computed(() => new Set((this.known()?.abilities ?? []).filter((one) => one.scoped).map((one) => one.name)));
  protected readonly sending = sending(this.form, ({ sentence: said, ...rest }, act) => {
    const body = { ...rest, sentence: said === '' ? null : said, abilities: this.chosen() };
    const path = `/organizations/${this.organizationId()}/roles`;
    // of the role as it was last read, or whoever was second could never save
    const before = untracked(() => this.changed() ?? this.opened());
    return before === undefined
      ? this.api.post<CustomRole>(path, body, act)
      : this.api.put<CustomRole>(`${path}/${before.id}`, { ...body, version: before.version }, act);
  });

  protected isScoped(ability: string): boolean {
    return this.scoped().has(ability);
  }

  protected toggle(ability: string): void {
    this.chosen.update((chosen) => (chosen.includes(ability) ? chosen.filter((one) => one !== ability) : [...chosen, ability]));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.chosen().length === 0) return;
    const saved = await this.sending.send();
    if (this.sending.problem()?.code === CHANGED) this.roles.reload();
    if (saved === undefined) return;
    this.toasts.show(this.language.say('roles.compose.saved', { name: saved.name }));
    await this.router.navigate(['/org', this.organizationId(), 'access', 'roles', saved.id]);
  }
}
