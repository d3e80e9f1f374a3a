import { Component, computed, inject, input, linkedSignal, viewChildren } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { LatestLooks, OwnEvaluations, OwnSuspension, Session } from '@smartpar/access/console';
import { EmptyState, Formats, Icon, Language, PageHeader, Toasts } from '@smartpar/platform/ui';
import type { AskedMine } from '../answers';
import { Administrator } from './administrator/administrator';
import { AskMine } from './ask-mine/ask-mine';
import { correctionOf } from './ask-mine/correction';
import { MyQuestions } from './my-questions/my-questions';

/** My privacy: who administers my account and how to reach them, and what I have asked. */
@Component({
  selector: 'sp-my',
  imports: [
    Administrator,
    AskMine,
    EmptyState,
    Icon,
    LatestLooks,
    MatButton,
    MyQuestions,
    OwnEvaluations,
    OwnSuspension,
    PageHeader,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './my.html',
  styleUrl: './my.scss',
})
export class My {
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly lists = viewChildren(MyQuestions);

  /** from the address: something is to be asked (`/my?ask=question`) */
  readonly ask = input<string>();
  /** from the address: what is not right (`/my?correct=email&in=...`) */
  readonly correct = input<string>();
  /** from the address: what an organization made up is called */
  readonly named = input<string>();
  /** from the address: the organization that keeps it */
  readonly in = input<string>();

  protected readonly memberships = computed(() => this.session.memberships());
  protected readonly correction = computed(() => correctionOf(this.correct(), this.in(), this.named()));
  protected readonly asking = linkedSignal(() => this.correction() !== null || this.ask() !== undefined);

  protected took({ parts }: AskedMine): void {
    this.asking.set(false);
    for (const list of this.lists()) list.reload();
    const [only] = parts;
    this.toasts.show(
      parts.length > 1 || only === undefined
        ? this.language.say('requests.askMine.sentSplit')
        : this.language.say('requests.askMine.sent', { reference: only.reference, day: this.formats.day(only.promisedOn) }),
    );
  }
}
