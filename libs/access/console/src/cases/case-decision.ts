import { Component, input, output, signal } from '@angular/core';
import { DecisionPanel, ProblemNote, type Act, type Decision, type Problem } from '@smartpar/platform/ui';
import { acting } from '../acting/acting';

/** Decides one case in so many words at least: what speaks for and against stands above, and its consequence within. A and D lead to the two buttons. */
@Component({
  selector: 'sp-case-decision',
  imports: [DecisionPanel, ProblemNote],
  templateUrl: './case-decision.html',
  styleUrl: './case-decision.scss',
})
export class CaseDecision {
  /** whoever reads it may decide it; what went wrong is said in any case */
  readonly offered = input.required<boolean>();
  readonly question = input.required<string>();
  /** words of the two buttons */
  readonly yes = input.required<string>();
  readonly no = input.required<string>();
  /** how long a reason is at least, and what is said where it is shorter */
  readonly least = input.required<number>();
  readonly tooShort = input.required<string>();
  /** what to say of what went wrong, by code */
  readonly sentences = input.required<Readonly<Record<string, string>>>();
  /** sends what was decided, and shows what the server says then */
  readonly send = input.required<(decision: Decision, act: Act) => Promise<void>>();
  readonly refused = output<Problem>();

  protected readonly acting = acting();
  protected readonly short = signal(false);

  protected async decide(decision: Decision): Promise<void> {
    this.short.set(decision.reason.length < this.least());
    if (this.short()) return;
    const problem = await this.acting.send((act) => this.send()(decision, act));
    if (problem !== null) this.refused.emit(problem);
  }
}
