import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { REVIEW_COVERS, type AccessReview, type ReviewCover, type ReviewSize, type RoleList } from '@smartpar/access/model';
import {
  Api,
  ConsequencePanel,
  Control,
  Field,
  Formats,
  Icon,
  Language,
  Now,
  PageHeader,
  ProblemNote,
  Toasts,
  apiAddress,
  sending,
  type Consequence,
} from '@smartpar/platform/ui';
import * as z from 'zod';
import { placesIn } from '../../roles/places-in';
import { RoleWords } from '../../roles/role-words';
import { toggled } from '../../toggled';
import { numbersIn } from '../member-numbers';

/** How many days there can be to answer. */
const LENGTHS = ['7', '14', '30', '60', '90'] as const;

/** What is said beside a field of member numbers. */
const NUMBERS = {
  required: 'reviews.start.numbersMissing',
  invalid_format: 'reviews.start.numbersWrong',
  unknown: 'reviews.start.problem.unknownReviewer',
};

const SENTENCES = {
  'access_review.nothing': 'reviews.start.problem.nothing',
  'access_review.unknown_reviewer': 'reviews.start.problem.unknownReviewer',
  'access_review.unknown_scope': 'reviews.start.problem.unknownScope',
};

const numbers = z.string().refine((text) => numbersIn(text) !== null, { params: { code: 'invalid_format' } });
const someNumbers = numbers.refine((text) => text.trim() !== '', { params: { code: 'required' } });
const typedReview = z.object({ where: z.string(), reviewers: someNumbers, fallbacks: someNumbers, confirmers: numbers, silence: z.string(), days: z.string() });

interface Found {
  readonly items: readonly { readonly id: string; readonly number: number }[];
}

/** Starts a review: what is looked at, who answers, what silence does and until when; says first what follows. */
@Component({
  selector: 'sp-start-review',
  imports: [ConsequencePanel, Control, Field, FormField, Icon, MatButton, PageHeader, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './start-review.html',
  styleUrl: '../../granting/ask/ask-for-grant.scss',
})
export class StartReview {
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly now = inject(Now);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly roleWords = inject(RoleWords);

  readonly organizationId = input.required<string>();

  protected readonly all = REVIEW_COVERS;
  protected readonly lengths = LENGTHS;
  protected readonly sentences = SENTENCES;
  protected readonly numberErrors = NUMBERS;
  protected readonly sites = placesIn(this.organizationId, 'site');
  protected readonly groups = placesIn(this.organizationId, 'group');
  private readonly known = httpResource<RoleList>(() => apiAddress(`${this.path()}/roles`));
  protected readonly roles = computed(() => (this.known.hasValue() ? this.roleWords.shown(this.known.value()) : []));
  protected readonly covers = signal<readonly ReviewCover[]>(REVIEW_COVERS);
  protected readonly tried = signal(false);
  /** a number nobody has */
  protected readonly unknown = signal<string | null>(null);

  private readonly typed = signal({ where: 'all', reviewers: '', fallbacks: '', confirmers: '', silence: 'revokes', days: '14' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedReview));
  private readonly silence = computed(() => this.typed().silence);
  private readonly where = computed(() => this.typed().where);
  /** what the list would hold now; nothing is asked while nothing is ticked */
  protected readonly size = httpResource<ReviewSize>(() => {
    const [cover, ...more] = this.covers();
    const { kind: scope, id, role } = scopeOf(this.where());
    const of = id ?? role;
    if (cover === undefined) return undefined;
    return {
      url: apiAddress(`${this.path()}/access-review-size`),
      params: { covers: more.length > 0 ? 'both' : cover, scope, ...(of !== undefined && { of }) },
    };
  });
  protected readonly consequences = computed<readonly Consequence[]>(() => [
    this.silence() === 'revokes'
      ? { kind: 'goes', text: this.language.say('reviews.start.follows.goes') }
      : { kind: 'stays', text: this.language.say('reviews.start.follows.stays') },
    { kind: 'told', text: this.language.say('reviews.start.follows.told') },
    { kind: 'undo', text: this.language.say('reviews.start.follows.undo') },
  ]);
  protected readonly starting = sending(this.form, async ({ where, reviewers, fallbacks, confirmers, silence, days }, act) => {
    this.unknown.set(null);
    const [asked, instead, second] = [await this.found(reviewers), await this.found(fallbacks), await this.found(confirmers)];
    if (this.unknown() !== null) return undefined;
    const dueAt = new Date(this.now.moment().getTime() + Number(days) * 86_400_000).toISOString();
    const body = { covers: this.covers(), scope: scopeOf(where), reviewers: asked, fallbacks: instead, confirmers: second, silence, dueAt };
    return this.api.post<AccessReview>(`${this.path()}/access-reviews`, body, act);
  });

  protected toggle(cover: ReviewCover): void {
    this.covers.update((covers) => toggled(REVIEW_COVERS, covers, cover));
  }

  /** How many roles and grants the list would hold, as far as they are looked at. */
  protected sizeWords({ roles, grants }: ReviewSize): string {
    if (roles + grants === 0) return this.language.say('reviews.start.size.nothing');
    const counts = { roles: this.language.sayCount('reviews.start.size.roles', roles), grants: this.language.sayCount('reviews.start.size.grants', grants) };
    return this.language.say('reviews.start.size.list', { list: this.formats.list(this.covers().map((cover) => counts[cover])) });
  }

  protected dayCount(days: string): string {
    return this.language.sayCount('reviews.start.dayCount', Number(days));
  }

  protected async start(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.covers().length === 0) return;
    const review = await this.starting.send();
    if (review === undefined) return;
    this.toasts.show(this.language.say('reviews.start.started'));
    await this.router.navigate(['/org', this.organizationId(), 'access', 'reviews', review.id]);
  }

  /** @returns the ids of members by number; whatever number nobody has is told */
  private async found(typed: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const number of numbersIn(typed) ?? []) {
      const { items } = await this.api.post<Found>(`${this.path()}/members/search`, { search: number, size: 2 });
      const member = items.find((one) => String(one.number) === number);
      if (member === undefined) this.unknown.set(`M-${number}`);
      else ids.push(member.id);
    }
    return ids;
  }

  private path(): string {
    return `/organizations/${this.organizationId()}`;
  }
}

/** Where to look, as the list of places says it: `all`, `site <id>`, `group <id>`, `role <role>` */
function scopeOf(where: string): { readonly kind: string; readonly id?: string; readonly role?: string } {
  const [kind, id = ''] = where.split(' ');
  if (kind === 'site' || kind === 'group') return { kind, id };
  return kind === 'role' ? { kind, role: id } : { kind: 'all' };
}
