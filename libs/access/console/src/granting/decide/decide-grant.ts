import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  REASON_WORDS_MIN,
  purposeWord,
  type ApprovingGrant,
  type GrantAct,
  type GrantCategory,
  type GrantView,
  type OrganizationPurpose,
} from '@smartpar/access/model';
import { Api, Control, Field, GoesByKey, Icon, Language, ProblemNote, Toasts } from '@smartpar/platform/ui';
import { acting } from '../../acting/acting';
import { GrantingWords } from '../granting-words';

/** Reasons for a refusal that are ready to be chosen; the last is one's own. */
const REFUSALS = ['notNeeded', 'tooMuch', 'otherWay', 'own'] as const;

type Refusal = (typeof REFUSALS)[number];

/** What went wrong, in words of this place. */
const SENTENCES = {
  'decision.decided': 'granting.decide.settled',
  'decision.lapsed': 'granting.obstacle.lapsed',
  'decision.concerned': 'granting.obstacle.concerned',
  'decision.no_right': 'granting.obstacle.no-right',
  'decision.right_too_young': 'granting.obstacle.right-too-young',
  'grant.not_narrower': 'granting.decide.tooWide',
  'grant.ends_too_soon': 'granting.decide.over',
};

/** Allows what is asked for, or less of it, or refuses it with a reason: A or D, then Enter. */
@Component({
  selector: 'sp-decide-grant',
  imports: [Control, Field, GoesByKey, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './decide-grant.html',
  styleUrl: './decide-grant.scss',
})
export class DecideGrant {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(GrantingWords);

  readonly organizationId = input.required<string>();
  readonly grant = input.required<GrantView>();
  /** it stands otherwise than it is shown, by this decision or by another's */
  readonly decided = output();

  protected readonly refusals = REFUSALS;
  protected readonly sentences = SENTENCES;
  protected readonly purposeWord = purposeWord;
  protected readonly acting = acting();
  private readonly without = signal<readonly (GrantCategory | OrganizationPurpose)[]>([]);
  protected readonly categories = computed(() => this.grant().categories.filter((category) => !this.without().includes(category)));
  protected readonly purposes = computed(() => this.grant().purposes.filter((purpose) => !this.without().includes(purpose)));
  protected readonly onReveal = signal(false);
  protected readonly refusal = signal<Refusal>('notNeeded');
  protected readonly own = signal('');
  protected readonly tried = signal<'allow' | 'refuse' | null>(null);
  protected readonly nothingLeft = computed(() => this.tried() === 'allow' && (this.categories().length === 0 || this.purposes().length === 0));
  protected readonly tooShort = computed(() => this.tried() === 'refuse' && this.refusal() === 'own' && this.own().trim().length < REASON_WORDS_MIN);

  protected toggle(named: GrantCategory | OrganizationPurpose): void {
    this.without.update((without) => (without.includes(named) ? without.filter((one) => one !== named) : [...without, named]));
  }

  protected choose(refusal: string): void {
    this.refusal.set(REFUSALS.find((one) => one === refusal) ?? 'notNeeded');
  }

  protected async approve(): Promise<void> {
    this.tried.set('allow');
    if (this.nothingLeft()) return;
    const given: ApprovingGrant = {
      ...(this.categories().length < this.grant().categories.length && { categories: [...this.categories()] }),
      ...(this.purposes().length < this.grant().purposes.length && { purposes: [...this.purposes()] }),
      ...(this.onReveal() && { mode: 'on-reveal' as const }),
    };
    await this.send('approval', given, 'granting.decide.approved');
  }

  protected async dismiss(): Promise<void> {
    this.tried.set('refuse');
    if (this.tooShort()) return;
    const reason = this.refusal() === 'own' ? this.own().trim() : this.language.say(`granting.decide.refusals.${this.refusal()}`);
    await this.send('refusal', { reason }, 'granting.decide.refused');
  }

  private async send(what: 'approval' | 'refusal', body: object, said: string): Promise<void> {
    const refused = await this.acting.send(async (act) => {
      await this.api.post<GrantAct>(`/organizations/${this.organizationId()}/grants/${this.grant().id}/${what}`, body, act);
      this.toasts.show(this.language.say(said));
      this.decided.emit();
    });
    if (refused?.status === 409) this.decided.emit();
  }
}
