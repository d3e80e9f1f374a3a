import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, Language, ProblemNote, problemOf, type Problem } from '@smartpar/platform/ui';
import { ConsoleFacts } from '../console-facts';
import { WhereAmI } from '../where-am-i';
import { PaletteActions } from './palette-actions';
import { found, type PaletteTarget } from './palette-target';

/** Finds a page or an act by a few letters of its name, and a member by exactly their number or address; arrows choose, Enter goes. */
@Component({
  selector: 'sp-palette-dialog',
  imports: [Icon, ProblemNote, TranslocoPipe],
  templateUrl: './palette-dialog.html',
  styleUrl: './palette-dialog.scss',
})
export class PaletteDialog {
  private readonly router = inject(Router);
  private readonly where = inject(WhereAmI);
  private readonly language = inject(Language);
  private readonly dialog = inject(DialogRef);
  private readonly facts = inject(ConsoleFacts);
  private readonly actions = inject(PaletteActions);

  protected readonly typed = signal('');
  private readonly targets = computed<readonly PaletteTarget[]>(() => [
    ...this.where.ways().map(({ entry, address, organizationName }) => ({
      id: address,
      words: this.language.say(`navigation.${entry.label}`),
      where: organizationName ?? this.language.say(`navigation.place.${entry.face}`),
      icon: entry.icon,
      act: () => address,
    })),
    { id: '/privacy', words: this.language.say('shell.privacyNotice'), where: '', icon: 'document', act: () => '/privacy' },
    ...(this.facts.development()
      ? [{ id: '/development/mails', words: this.language.say('shell.mailbox'), where: '', icon: 'mail' as const, act: () => '/development/mails' }]
      : []),
    ...this.actions.acts(),
  ]);
  protected readonly found = computed(() => [...this.actions.membersBy(this.typed()), ...found(this.targets(), this.typed())]);
  protected readonly finds = computed(() => this.actions.finds().length > 0);
  protected readonly chosen = linkedSignal({ source: this.found, computation: () => 0 });
  /** somebody was looked for, and there is nobody; told until something else is typed */
  protected readonly nobody = linkedSignal({ source: this.typed, computation: () => false });
  protected readonly problem = linkedSignal<string, Problem | null>({ source: this.typed, computation: () => null });

  constructor() {
    void this.where.learnWays();
  }

  protected move(event: Event, steps: number): void {
    event.preventDefault();
    const count = this.found().length;
    if (count > 0) this.chosen.update((chosen) => (chosen + steps + count) % count);
  }

  protected async go(target: PaletteTarget | undefined): Promise<void> {
    if (target === undefined) return;
    try {
      const address = await target.act();
      this.nobody.set(address === null);
      if (address === null) return;
      this.dialog.close();
      await this.router.navigateByUrl(address);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }
}
