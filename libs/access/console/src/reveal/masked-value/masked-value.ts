import { Component, DestroyRef, ElementRef, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { REVEAL_SECONDS, categoryWord, maskWord, type GrantMode, type ProfileCategory, type Revealed } from '@smartpar/access/model';
import { CopyButton, Icon } from '@smartpar/platform/ui';
import { Reveals } from '../reveals';
import { WhoGrants } from '../who-grants/who-grants';

/** A revealed value and how long it stays. */
interface Shown {
  /** `null` where nothing is kept */
  readonly value: string | null;
  readonly secondsLeft: number;
}

/**
 * One value of a member's personal data, as far as the reader may see it:
 *
 * `<sp-masked-value [organizationId]="…" [memberId]="…" category="user.name" [sight]="member.sight['user.name']" [value]="member.name" [about]="'M-10422'" />`
 *
 * Where sight is `shown` it is the value; else a mask that is the same for every value of the category, with a button to
 * reveal it (R while it has the focus) where a grant exists. A revealed value stays for a minute or until the reader leaves, and is dropped from
 * memory then. Without a grant it is said who gives one. It needs the organization's abilities at hand, as every page below `/org/:organizationId` has them.
 */
@Component({
  selector: 'sp-masked-value',
  imports: [CopyButton, Icon, MatButton, TranslocoPipe, WhoGrants],
  templateUrl: './masked-value.html',
  styleUrl: './masked-value.scss',
  host: { '(keydown.r)': 'pressed($event)' },
})
export class MaskedValue {
  private readonly reveals = inject(Reveals);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private timer: ReturnType<typeof setInterval> | undefined;

  readonly organizationId = input.required<string>();
  readonly memberId = input.required<string>();
  readonly category = input.required<ProfileCategory>();
  /** how the category is met, as the answer of the server says beside the values */
  readonly sight = input.required<GrantMode>();
  /** the value where sight is `shown`; nothing or `null` where none is kept */
  readonly value = input<string | null>();
  /** whose it is, in words the reader may know: a member number or a name. Where it is said, so is who grants sight of what stays hidden */
  readonly about = input<string>();
  /** what was revealed of the same member together with other values */
  readonly together = input<Revealed | null>(null);
  /** which value of a category that holds several: `department`, or the id of what the organization made up itself; left out, all of it */
  readonly field = input<string>();
  /** where it is offered to reveal: beside this value, or beside another one of the same category, with which this one is revealed too */
  readonly offered = input<'here' | 'elsewhere'>('here');
  /** how a revealed value is said: a country by its name */
  readonly say = input<(value: string) => string>((value) => value);
  /** what was revealed here: others of the same category show theirs */
  readonly looked = output<Revealed>();

  protected readonly revealed = signal<Shown | null>(null);
  protected readonly mask = computed(() => maskWord(this.category()));
  protected readonly name = computed(() => categoryWord(this.category()));
  protected readonly mayReveal = computed(() => this.sight() === 'on-reveal' && this.reveals.purposesFor(this.organizationId(), [this.category()]).length > 0);

  constructor() {
    // another member in the same place: what was revealed of the one before goes
    effect(() => {
      this.memberId();
      this.category();
      untracked(() => this.forget());
    });
    // what one may look at no more goes at once
    effect(() => {
      if (this.revealed() !== null && !this.mayReveal()) untracked(() => this.forget());
    });
    effect(() => {
      const together = this.together();
      const value = together === null ? undefined : this.valueIn(together);
      if (value !== undefined) untracked(() => this.show(value, 'together'));
    });
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  protected pressed(event: Event): void {
    if (this.offered() === 'elsewhere' || !this.mayReveal() || this.revealed() !== null) return;
    event.preventDefault();
    void this.reveal();
  }

  protected async reveal(): Promise<void> {
    const [memberId, category] = [this.memberId(), this.category()];
    const answer = await this.reveals.open({ organizationId: this.organizationId(), memberId, categories: [category], about: this.about() });
    if (answer === undefined || memberId !== this.memberId() || category !== this.category()) return;
    this.show(this.valueIn(answer) ?? null, 'alone');
    this.looked.emit(answer);
  }

  /** `undefined` where nothing of the category was revealed, `null` where nothing is kept */
  private valueIn({ values, fields }: Revealed): string | null | undefined {
    const [category, field] = [this.category(), this.field()];
    if (field === undefined || values[category] === undefined) return values[category];
    return fields.find((one) => one.category === category && one.field === field)?.value ?? null;
  }

  /** Takes the value away again and gives the focus back to the button. */
  protected hide(): void {
    const focused = this.element.contains(document.activeElement);
    this.forget();
    if (focused) setTimeout(() => this.element.querySelector('button')?.focus());
  }

  /** @param how where several are shown at once, the focus stays where it was */
  private show(value: string | null, how: 'alone' | 'together'): void {
    this.forget();
    this.revealed.set({ value, secondsLeft: REVEAL_SECONDS });
    // the button that was pressed is gone: the focus goes to what came for it
    if (how === 'alone') setTimeout(() => this.element.querySelector<HTMLElement>('.value')?.focus());
    const until = performance.now() + REVEAL_SECONDS * 1000;
    this.timer = setInterval(() => {
      const secondsLeft = Math.ceil((until - performance.now()) / 1000);
      if (secondsLeft <= 0) this.hide();
      else this.revealed.update((shown) => shown && { ...shown, secondsLeft });
    }, 1000);
  }

  private forget(): void {
    clearInterval(this.timer);
    this.revealed.set(null);
  }
}
