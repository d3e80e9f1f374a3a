import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { provideTranslocoScope, TranslocoPipe } from '@jsverse/transloco';
import { MOST_REVIEWED_AT_ONCE, type AccessReview, type ReviewAnswered, type ReviewItem, type ReviewItemQuery } from '@smartpar/access/model';
import {
  BulkBar,
  Column,
  Dialogs,
  Icon,
  Language,
  List,
  RowKeys,
  Segmented,
  Toasts,
  isTyping,
  keysetList,
  selectionIn,
  type IconName,
} from '@smartpar/platform/ui';
import { grantingTexts } from '../../granting/granting-texts';
import { AnswerDialog, type AnswerKind, type AnswerTopic } from '../answer/answer-dialog';
import { ReviewWords } from '../review-words';

type Shown = ReviewItemQuery['show'];

/** Something that can be said of what is selected, by its key. */
interface Offer {
  readonly kind: AnswerKind;
  readonly key: string;
  readonly icon: IconName;
  readonly word: string;
}

const ANSWERS: readonly Offer[] = [
  { kind: 'keep', key: 'a', icon: 'check', word: 'reviews.items.keep' },
  { kind: 'reduce', key: 'r', icon: 'chevron-down', word: 'reviews.items.reduce' },
  { kind: 'revoke', key: 'd', icon: 'close', word: 'reviews.items.revoke' },
];

const CONFIRMATIONS: readonly Offer[] = [
  { kind: 'confirm-not', key: 'a', icon: 'check', word: 'reviews.items.confirmNot' },
  { kind: 'confirm', key: 'd', icon: 'close', word: 'reviews.items.confirm' },
];

/**
 * What a review looks at, with what speaks for and against it, and everything to answer with: J and K move, X selects, A keeps, R reduces and D ends what
 * is selected, or else the line one is on.
 */
@Component({
  selector: 'sp-review-items',
  imports: [BulkBar, Column, Icon, List, MatButton, RowKeys, Segmented, TranslocoPipe],
  providers: [provideTranslocoScope(grantingTexts)],
  templateUrl: './review-items.html',
  styleUrl: './review-items.scss',
  host: { '(document:keydown)': 'press($event)' },
})
export class ReviewItems {
  private readonly dialogs = inject(Dialogs);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = inject(Language);
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(ReviewWords);

  readonly organizationId = input.required<string>();
  readonly review = input.required<AccessReview>();
  /** something was answered */
  readonly answered = output();

  private readonly chosen = signal<Shown | null>(null);
  /** whoever is asked sees first what waits for them */
  protected readonly shown = computed<Shown>(() => {
    const { state, mine } = this.review();
    const first = state !== 'running' || mine.part === null ? 'all' : mine.part === 'confirmer' ? 'to-confirm' : 'open';
    return this.chosen() ?? first;
  });
  protected readonly confirms = computed(() => this.shown() === 'to-confirm');
  protected readonly choices = computed(() => {
    const { state, stages } = this.review();
    const all: readonly Shown[] = state !== 'running' ? ['all'] : stages === 2 ? ['open', 'to-confirm', 'answered', 'all'] : ['open', 'answered', 'all'];
    return all.map((value) => ({ value, label: this.language.say(`reviews.items.show.${value}`) }));
  });
  protected readonly items = keysetList<ReviewItem>(() => ({
    path: `/organizations/${this.organizationId()}/access-reviews/${this.review().id}/items`,
    query: { show: this.shown() },
  }));
  protected readonly selection = selectionIn(this.items, {
    key: ({ item }) => String(item),
    name: (item) => `${this.words.who(item)}, ${this.words.what(item)}`,
    most: MOST_REVIEWED_AT_ONCE,
  });
  protected readonly answers = computed(() => this.review().state === 'running' && this.review().mine.part !== null);
  protected readonly offers = computed(() => (this.confirms() ? CONFIRMATIONS : ANSWERS));
  protected readonly emptyTitle = computed(() => this.language.say(`reviews.items.empty.${this.shown()}`));
  protected readonly keyOf = ({ item }: ReviewItem): string => String(item);

  protected show(value: string): void {
    this.chosen.set(this.choices().find((one) => one.value === value)?.value ?? 'all');
  }

  protected press(event: KeyboardEvent): void {
    if (!this.answers() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const offer = this.offers().find(({ key }) => key === event.key.toLowerCase());
    if (offer === undefined) return;
    event.preventDefault();
    void this.answer(offer.kind);
  }

  /** Says something of what is selected, or of the line somebody is on. */
  protected async answer(kind: AnswerKind): Promise<void> {
    const here = this.here();
    const items = this.selection.chosen().length > 0 ? this.selection.chosen() : here === undefined ? [] : [here];
    if (items.length === 0) return;
    if (kind === 'reduce' && new Set(items.map((one) => one.kind)).size > 1) return this.toasts.show(this.language.say('reviews.items.mixed'));
    const topic: AnswerTopic = { organizationId: this.organizationId(), reviewId: this.review().id, kind, items };
    const came = await this.dialogs.open<ReviewAnswered, AnswerTopic>(AnswerDialog, topic);
    if (came === undefined) return;
    this.toasts.show(this.words.came(came));
    this.settle(came);
    this.answered.emit();
  }

  /** What is answered leaves what waits; the next line is where one goes on. Nothing is read anew for it: each reading is written down. */
  private settle({ done }: ReviewAnswered): void {
    if (this.shown() === 'all' || this.shown() === 'answered') return this.items.reload();
    const first = this.items.items().findIndex(({ item }) => done.includes(item));
    this.items.change((items) => items.filter(({ item }) => !done.includes(item)));
    this.selection.clear();
    if (this.items.items().length === 0) return this.items.reload();
    // only once the lines that were answered are gone: the focus would go with them
    const next = Math.min(Math.max(first, 0), this.items.items().length - 1);
    afterNextRender({ read: () => this.rows()[next]?.querySelector<HTMLElement>('input')?.focus() }, { injector: this.injector });
  }

  private here(): ReviewItem | undefined {
    const index = this.rows().findIndex((row) => row.contains(document.activeElement));
    return index < 0 ? undefined : this.items.items()[index];
  }

  private rows(): readonly Element[] {
    return [...this.element.querySelectorAll('.body [role=row]')];
  }
}
