import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { GRANT_CATEGORIES, GRANTED_ROLES, ORGANIZATION_PURPOSES, REASON_WORDS_MAX, REASON_WORDS_MIN } from '@smartpar/access/model';
import { isUnder, longestDays, purposeWord, roleWord, type GrantAct, type GrantCategory, type OrganizationPurpose } from '@smartpar/access/model';
import { Api, Control, Field, Icon, Language, Now, PageHeader, ProblemNote, Segmented, Toasts, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { Abilities } from '../../abilities/abilities';
import { placesIn } from '../../roles/places-in';
import { toggled } from '../../toggled';
import { GrantingWords } from '../granting-words';
import { LENGTHS, REVIEWS, scopeOf, untilAfter } from './wish';

const SENTENCES = {
  'grant.nobody_decides': 'granting.ask.nobodyDecides',
  'grant.own': 'granting.ask.ownRole',
  'grant.unknown_place': 'granting.ask.unknownPlace',
  'grant.too_long': 'granting.ask.tooLong',
};

/** What is typed, beside what is ticked. */
const typedWish = z.object({
  to: z.string(),
  of: z.string(),
  mode: z.string(),
  hours: z.string(),
  reason: z.string().trim().min(REASON_WORDS_MIN).max(REASON_WORDS_MAX),
});

/** Asks to see data, or, as an owner, lets a role or a group see it until it is reviewed. A member's page leads here with what is hidden there. */
@Component({
  selector: 'sp-ask-for-grant',
  imports: [Control, Field, FormField, Icon, MatButton, PageHeader, ProblemNote, RouterLink, Segmented, TranslocoPipe],
  templateUrl: './ask-for-grant.html',
  styleUrl: './ask-for-grant.scss',
})
export class AskForGrant {
  private readonly api = inject(Api);
  private readonly abilities = inject(Abilities);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly now = inject(Now);
  protected readonly words = inject(GrantingWords);

  readonly organizationId = input.required<string>();
  /** the member whose page led here, and their number; from the address */
  readonly member = input<string>();
  readonly number = input<string>();
  /** what is hidden there; from the address */
  readonly category = input<string>();

  protected readonly all = GRANT_CATEGORIES;
  protected readonly purposes = ORGANIZATION_PURPOSES;
  protected readonly roles = GRANTED_ROLES;
  protected readonly purposeWord = purposeWord;
  protected readonly roleWord = roleWord;
  protected readonly sentences = SENTENCES;
  protected readonly mayGive = computed(() => this.abilities.can('give', 'grant'));
  protected readonly sites = placesIn(this.organizationId, 'site');
  protected readonly groups = placesIn(this.organizationId, 'group');
  protected readonly modes = computed(() =>
    (['on-reveal', 'shown'] as const).map((mode) => ({ value: mode, label: this.language.say(`granting.ask.mode.${mode}`) })),
  );

  private readonly ticked = signal<readonly GrantCategory[] | null>(null);
  protected readonly categories = computed(() => this.ticked() ?? GRANT_CATEGORIES.filter((category) => category === this.category()));
  protected readonly chosenPurposes = signal<readonly OrganizationPurpose[]>([]);
  protected readonly tried = signal(false);

  private readonly typed = signal({ to: 'me', of: '', mode: 'on-reveal', hours: '8', reason: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedWish));
  protected readonly gives = computed(() => this.typed().to !== 'me');
  /** of whom where nothing else is chosen: the member whose page led here, else everybody */
  protected readonly of = computed(() => this.typed().of || (this.member() === undefined ? 'all' : 'member'));
  protected readonly lengths = computed(() => {
    if (this.gives()) return REVIEWS;
    const most = this.categories().length === 0 ? Infinity : longestDays(this.categories()) * 24;
    return LENGTHS.filter((hours) => hours <= most);
  });
  protected readonly hours = computed(() => {
    const wanted = Number(this.typed().hours);
    return this.lengths().includes(wanted) ? wanted : (this.lengths().at(this.gives() ? 1 : -1) ?? 1);
  });

  protected readonly asking = sending(this.form, ({ to, mode, reason }, act) => {
    const terms = {
      categories: this.categories(),
      purposes: this.chosenPurposes(),
      mode,
      scope: scopeOf(this.of(), this.member()),
      reason: reason.trim(),
    };
    const until = untilAfter(this.now.moment(), this.hours());
    if (to === 'me') return this.api.post<GrantAct>(`${this.path()}/grants/requests`, { ...terms, until }, act);
    const grantee = to.startsWith('group:') ? { kind: 'group', groupId: to.slice('group:'.length) } : { kind: 'role', role: to };
    return this.api.post<GrantAct>(`${this.path()}/grants`, { ...terms, to: grantee, reviewAt: until }, act);
  });

  /** A child of what is ticked is covered already. */
  protected isCovered(category: GrantCategory): boolean {
    return this.categories().some((parent) => parent !== category && isUnder(category, parent));
  }

  protected depth(category: GrantCategory): number {
    return category.split('.').length - 1;
  }

  protected toggle(category: GrantCategory): void {
    const ticked = this.categories();
    const next = ticked.includes(category) ? ticked.filter((one) => one !== category) : [...ticked.filter((one) => !isUnder(one, category)), category];
    this.ticked.set(GRANT_CATEGORIES.filter((one) => next.includes(one)));
  }

  protected togglePurpose(purpose: OrganizationPurpose): void {
    this.chosenPurposes.update((chosen) => toggled(ORGANIZATION_PURPOSES, chosen, purpose));
  }

  protected lengthWord(hours: number): string {
    return hours < 24 ? this.language.say('granting.ask.hours', { count: hours }) : this.language.say('granting.ask.days', { count: hours / 24 });
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.categories().length === 0 || this.chosenPurposes().length === 0) return;
    const done = await this.asking.send();
    if (done === undefined) return;
    this.toasts.show(this.language.say(this.gives() ? 'granting.ask.given' : 'granting.ask.asked'));
    await this.router.navigate(['/org', this.organizationId(), 'access', 'grants', done.grantId]);
  }

  private path(): string {
    return `/organizations/${this.organizationId()}`;
  }
}
