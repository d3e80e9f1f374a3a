import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  EXTRACT_STATUSES,
  ORGANIZATION_ROLES,
  PROFILE_CATEGORIES,
  REASON_WORDS_MAX,
  REASON_WORDS_MIN,
  REVEAL_REASON_TEMPLATES,
  categoryWord,
  purposeWord,
  reasonWord,
  reasonsFor,
  roleWord,
  type ExtractAct,
  type ExtractPreview,
  type ProfileCategory,
} from '@smartpar/access/model';
import {
  Api,
  ConsequencePanel,
  Control,
  Dialogs,
  Field,
  Icon,
  Language,
  PageHeader,
  Pending,
  ProblemNote,
  apiAddress,
  sending,
  type Consequence,
} from '@smartpar/platform/ui';
import * as z from 'zod';
import { SignUndertakingDialog } from '../../lockbox/sign/sign-undertaking-dialog';
import { Reveals } from '../../reveal/reveals';
import { placesIn } from '../../roles/places-in';
import { toggled } from '../../toggled';
import { ExtractWords } from '../extract-words';
import { membersIn, NO_SITE, whomOf } from './chosen-whom';

/** Stands for a reason in one's own words. */
const WORDS = 'words';

/** Code of what somebody asks for who has not signed the undertaking in force. */
const UNSIGNED = 'undertaking.unsigned';

const SENTENCES = {
  'extract.nobody': 'extracts.take.nobody',
  'extract.too_many': 'extracts.take.tooMany',
  'grant.nobody_decides': 'extracts.take.impossible',
  [UNSIGNED]: 'extracts.take.unsigned',
  not_found: 'extracts.take.notAllowed',
};

/** What is typed, before it becomes a wish. */
const typedWish = z
  .object({
    ...{ status: z.string(), site: z.string(), group: z.string(), role: z.string() },
    ...{ purpose: z.string().min(1), reason: z.string().min(1), words: z.string().trim().max(REASON_WORDS_MAX) },
  })
  .refine(({ reason, words }) => reason !== WORDS || words.length >= REASON_WORDS_MIN, { path: ['words'], error: 'too short' });

/** Chooses whose data is taken out, which and what for; says what will happen before it does; then asks. The list of members leads here. */
@Component({
  selector: 'sp-take-out-many',
  imports: [ConsequencePanel, Control, Field, FormField, Icon, MatButton, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './take-out-many.html',
  styleUrl: '../../granting/ask/ask-for-grant.scss',
})
export class TakeOutMany {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly reveals = inject(Reveals);
  private readonly router = inject(Router);
  private readonly say = inject(ExtractWords);

  readonly organizationId = input.required<string>();
  /** what the list of members was narrowed to, or who was chosen there one by one; from the address */
  readonly status = input<string>();
  readonly site = input<string>();
  readonly group = input<string>();
  readonly role = input<string>();
  readonly members = input<string>();

  protected readonly all = PROFILE_CATEGORIES;
  protected readonly statuses = EXTRACT_STATUSES;
  protected readonly roles = ORGANIZATION_ROLES;
  protected readonly noSite = NO_SITE;
  protected readonly ownWords = WORDS;
  protected readonly sentences = SENTENCES;
  protected readonly categoryWord = categoryWord;
  protected readonly purposeWord = purposeWord;
  protected readonly reasonWord = reasonWord;
  protected readonly roleWord = roleWord;

  protected readonly sites = placesIn(this.organizationId, 'site');
  protected readonly groups = placesIn(this.organizationId, 'group');
  protected readonly named = computed(() => membersIn({ members: this.members() ?? '' }).length);
  protected readonly namedWords = computed(() => this.language.sayCount('extracts.take.named', this.named()));
  protected readonly categories = signal<readonly ProfileCategory[]>([]);
  protected readonly tried = signal(false);

  private readonly typed = linkedSignal(() => ({
    ...{ status: this.status() ?? '', site: this.site() ?? '', group: this.group() ?? '', role: this.role() ?? '' },
    ...{ purpose: '', reason: '', words: '' },
  }));
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedWish));
  protected readonly purposes = computed(() => this.reveals.purposesFor(this.organizationId(), this.categories()));
  private readonly purpose = computed(() => this.purposes().find((purpose) => purpose === this.typed().purpose));
  protected readonly reasons = computed(() => {
    const purpose = this.purpose();
    return purpose === undefined ? [] : reasonsFor(purpose);
  });
  private readonly choice = computed(
    () => {
      const [categories, purpose] = [this.categories(), this.purpose()];
      if (categories.length === 0 || purpose === undefined) return undefined;
      const { status, site, group, role } = this.typed();
      return { whom: whomOf({ members: this.members() ?? '', status, site, group, role }), categories, purpose };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  /** what would happen, as soon as it is known whose data, which and what for */
  protected readonly preview = httpResource<ExtractPreview>(() => {
    const body = this.choice();
    return body === undefined ? undefined : { url: apiAddress(`${this.path()}/extracts/preview`), method: 'POST', body };
  });
  protected readonly told = computed(() => (this.preview.hasValue() ? this.preview.value() : null));
  protected readonly consequences = computed(() => {
    const told = this.told();
    return told === null ? [] : this.following(told);
  });
  /** nothing is asked for before it is said what would happen, nor where nobody would be in it; what is missing may still be pointed out */
  protected readonly barred = computed(() => {
    const told = this.told();
    if (told === null) return this.choice() !== undefined || this.form().valid();
    return told.people === 0 || told.tooMany || told.approval === 'impossible';
  });

  protected readonly asking = sending(this.form, ({ reason, words }, act) => {
    const template = REVEAL_REASON_TEMPLATES.find((one) => one === reason);
    const told = template === undefined ? { words: words.trim() } : { template };
    return this.api.post<ExtractAct>(`${this.path()}/extracts`, { ...this.choice(), reason: told }, act);
  });

  protected toggle(category: ProfileCategory): void {
    this.categories.update((chosen) => toggled(PROFILE_CATEGORIES, chosen, category));
    // what was chosen before may not be granted for all of them
    if (this.purpose() === undefined) this.typed.update((typed) => ({ ...typed, purpose: '', reason: '' }));
  }

  protected purposeChanged(): void {
    const { reason } = this.typed();
    if (reason !== WORDS && !this.reasons().some((one) => one === reason)) this.typed.update((typed) => ({ ...typed, reason: '' }));
  }

  protected async ask(event?: Event): Promise<void> {
    event?.preventDefault();
    this.tried.set(true);
    if (this.categories().length === 0 || this.barred()) return;
    const done = await this.asking.send();
    if (done !== undefined) await this.router.navigate(['/org', this.organizationId(), 'access', 'extracts', done.extractId]);
    else if (this.asking.problem()?.code === UNSIGNED) await this.sign();
  }

  private async sign(): Promise<void> {
    if ((await this.dialogs.open<'signed', string>(SignUndertakingDialog, this.organizationId())) === 'signed') await this.ask();
  }

  private following({ people, exempt, tooMany, approval, aloneUpTo, alone, decideWithinHours, mostPeople, keptHours }: ExtractPreview): readonly Consequence[] {
    if (tooMany) return [{ kind: 'stays', text: this.language.say('extracts.take.follows.tooMany', { most: mostPeople }) }];
    const left = exempt.people === 0 ? [] : [this.language.sayCount('extracts.take.follows.exempt', exempt.people), ...this.say.exempt(exempt)];
    if (people === 0) return [this.language.say('extracts.take.nobody'), ...left].map((text) => ({ kind: 'stays', text }));
    const allowed = approval === 'none' ? 'alone' : approval;
    return [
      { kind: 'told', text: this.language.sayCount('extracts.take.follows.told', people) },
      ...left.map((text): Consequence => ({ kind: 'stays', text })),
      {
        kind: approval === 'needed' ? 'told' : 'stays',
        text: this.language.say(`extracts.take.follows.${allowed}`, { most: aloneUpTo, before: alone, hours: decideWithinHours }),
      },
      { kind: 'goes', text: this.language.say('extracts.take.follows.kept', { hours: keptHours }) },
    ];
  }

  private path(): string {
    return `/organizations/${this.organizationId()}`;
  }
}
