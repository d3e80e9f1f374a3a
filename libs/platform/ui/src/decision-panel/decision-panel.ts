import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { GoesByKey } from '../keys/goes-by-key';

/** What was decided, and why. */
export interface Decision {
  readonly verdict: 'yes' | 'no';
  readonly reason: string;
}

let made = 0;

/**
 * Everything needed to decide: the evidence first (its content), then a reason and two buttons. Neither Enter nor
 * Escape decides by accident, and no button is the default; A and D lead to them.
 */
@Component({
  selector: 'sp-decision-panel',
  imports: [GoesByKey, Icon, MatButton, TranslocoPipe],
  templateUrl: './decision-panel.html',
  styleUrl: './decision-panel.scss',
})
export class DecisionPanel {
  /** what is to be decided, as a question */
  readonly question = input.required<string>();
  /** words of the two buttons, saying what they do */
  readonly yes = input.required<string>();
  readonly no = input.required<string>();
  /** a decision needs a reason */
  readonly reasoned = input(true);
  readonly busy = input(false);
  readonly decided = output<Decision>();

  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => this.tried() && this.reasoned() && this.reason().trim() === '');
  protected readonly id = `sp-decision-${++made}`;

  protected decide(verdict: Decision['verdict']): void {
    this.tried.set(true);
    if (!this.missing()) this.decided.emit({ verdict, reason: this.reason().trim() });
  }
}
