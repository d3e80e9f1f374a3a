import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, Language, type IconName } from '@smartpar/platform/ui';
import { ConsoleFacts } from '../console-facts';
import { WhereAmI } from '../where-am-i';

/** Somewhere the palette can lead. */
interface Target {
  readonly words: string;
  readonly where: string;
  readonly icon: IconName;
  readonly address: string;
}

/** Finds a page by a few letters of its name; arrows choose, Enter goes. */
@Component({
  selector: 'sp-palette-dialog',
  imports: [Icon, TranslocoPipe],
  templateUrl: './palette-dialog.html',
  styleUrl: './palette-dialog.scss',
})
export class PaletteDialog {
  private readonly router = inject(Router);
  private readonly where = inject(WhereAmI);
  private readonly language = inject(Language);
  private readonly dialog = inject(DialogRef);
  private readonly facts = inject(ConsoleFacts);

  protected readonly typed = signal('');
  private readonly targets = computed<readonly Target[]>(() => [
    ...this.where.ways().map((way) => ({
      words: this.language.say(`navigation.${way.entry.label}`),
      where: way.organizationName ?? this.language.say(`navigation.place.${way.entry.face}`),
      icon: way.entry.icon,
      address: way.address,
    })),
    { words: this.language.say('shell.privacyNotice'), where: '', icon: 'document', address: '/privacy' },
    ...(this.facts.development() ? [{ words: this.language.say('shell.mailbox'), where: '', icon: 'mail' as const, address: '/development/mails' }] : []),
    { words: this.language.say('start.ask'), where: '', icon: 'question', address: '/ask' },
  ]);
  protected readonly found = computed(() => {
    const wanted = folded(this.typed()).split(/\s+/).filter(Boolean);
    const [first = ''] = wanted;
    return this.targets()
      .filter((target) => wanted.every((word) => folded(`${target.words} ${target.where}`).includes(word)))
      .toSorted((one, other) => nearness(one, first) - nearness(other, first));
  });
  protected readonly chosen = linkedSignal({ source: this.found, computation: () => 0 });

  constructor() {
    void this.where.learnWays();
  }

  protected move(event: Event, steps: number): void {
    event.preventDefault();
    const count = this.found().length;
    if (count > 0) this.chosen.update((chosen) => (chosen + steps + count) % count);
  }

  protected go(target: Target | undefined): void {
    if (target === undefined) return;
    this.dialog.close();
    void this.router.navigateByUrl(target.address);
  }
}

/** Names that begin with what was typed come before those that hold it, and these before those only in such a place. */
function nearness({ words }: Target, typed: string): number {
  const name = folded(words);
  if (name.startsWith(typed)) return 0;
  return name.includes(typed) ? 1 : 2;
}

/** Capitals and accents make no difference. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
