import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { REASON_WORDS_MIN, type ReviewAnswered, type ReviewItem, type ReviewLess } from '@smartpar/access/model';
import { Act, Api, Control, DialogFrame, Field, Icon, Language, Now, ProblemNote, apiAddress, problemOf, type Problem } from '@smartpar/platform/ui';
import { Abilities } from '../../abilities/abilities';
import type { Places } from '../../roles/answers';
import { ReviewWords } from '../review-words';

/** What is said: whether something stays, is reduced or ends; or, as the second one, whether it really ends. */
export type AnswerKind = 'keep' | 'reduce' | 'revoke' | 'confirm' | 'confirm-not';

/** What is answered for. */
export interface AnswerTopic {
  readonly organizationId: string;
  readonly reviewId: string;
  readonly kind: AnswerKind;
  readonly items: readonly ReviewItem[];
}

/** Reasons ready to be chosen, the likeliest first; the last one is always one's own. */
const REASONS: Readonly<Record<AnswerKind, readonly string[]>> = {
  keep: ['needed', 'asked'],
  reduce: ['less'],
  revoke: ['unneeded', 'unused', 'moved'],
  confirm: ['agree'],
  'confirm-not': ['needed'],
};

/** In how many days reduced access may end. */
const ENDS = [1, 7, 30] as const;

/** How many of them are told by name. */
const MOST_TOLD = 5;

const SENTENCES = { 'access_review.over': 'reviews.items.obstacle.settled' };

/** Asks why, and what is left, before an answer is sent; Enter sends it as it stands. Closes with what came of it. */
@Component({
  selector: 'sp-answer-dialog',
  imports: [Control, DialogFrame, Field, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './answer-dialog.html',
  styleUrl: '../../granting/decide/decide-grant.scss',
})
export class AnswerDialog {
  private readonly api = inject(Api);
  private readonly abilities = inject(Abilities);
  private readonly language = inject(Language);
  private readonly now = inject(Now);
  protected readonly words = inject(ReviewWords);
  protected readonly topic = inject<AnswerTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<ReviewAnswered>>(DialogRef);

  private readonly path = `/organizations/${this.topic.organizationId}`;
  private readonly act = new Act();
  protected readonly sentences = SENTENCES;
  protected readonly ends = ENDS;
  /** some of what is answered for; nobody reads two hundred lines here */
  protected readonly first = this.topic.items.slice(0, MOST_TOLD);
  protected readonly more = this.topic.items.length - this.first.length;
  protected readonly reduces = this.topic.kind === 'reduce';
  protected readonly ofRoles = this.topic.items.every(({ kind }) => kind === 'role');
  protected readonly title = computed(() => this.language.sayCount(`reviews.answer.${this.topic.kind}`, this.topic.items.length));
  protected readonly reasons = [...REASONS[this.topic.kind], 'own'];
  protected readonly reason = signal(this.reasons[0] ?? 'own');
  protected readonly own = signal('');
  protected readonly left = signal('');
  protected readonly tried = signal(false);
  protected readonly tooShort = computed(() => this.tried() && this.reason() === 'own' && this.own().trim().length < REASON_WORDS_MIN);
  protected readonly nothingLeft = computed(() => this.tried() && this.reduces && this.left() === '');
  protected readonly sites = this.placesOf('site');
  protected readonly groups = this.placesOf('group');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected word(reason: string): string {
    return this.language.say(reason === 'own' ? 'reviews.answer.own' : `reviews.answer.reasons.${this.topic.kind}.${reason}`);
  }

  protected endsIn(days: number): string {
    return this.language.sayCount('reviews.answer.in', days);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.tooShort() || this.nothingLeft() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await this.said());
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
    this.busy.set(false);
  }

  private said(): Promise<ReviewAnswered> {
    const { reviewId, kind } = this.topic;
    const items = this.topic.items.map(({ item }) => item);
    const reason = this.reason() === 'own' ? this.own().trim() : this.word(this.reason());
    const review = `${this.path}/access-reviews/${reviewId}`;
    if (kind === 'confirm' || kind === 'confirm-not') {
      return this.api.post<ReviewAnswered>(`${review}/confirmations`, { items, confirmed: kind === 'confirm', reason }, this.act);
    }
    return this.api.post<ReviewAnswered>(`${review}/answers`, { items, verdict: kind, reason, ...(this.reduces && { less: this.less() }) }, this.act);
  }

  /** What is left, as the list says it: `site <id>`, `group <id>`, `reveal`, `days <n>`. */
  private less(): ReviewLess {
    const [what, which = ''] = this.left().split(' ');
    if (what === 'site') return { site: which };
    if (what === 'group') return { group: which };
    return what === 'days' ? { until: new Date(this.now.moment().getTime() + Number(which) * 86_400_000).toISOString() } : { onReveal: true };
  }

  private placesOf(noun: 'site' | 'group') {
    return httpResource<Places>(() => (this.reduces && this.ofRoles && this.abilities.can('read', noun) ? apiAddress(`${this.path}/${noun}s`) : undefined));
  }
}
