import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { REASON_WORDS_MIN, type ExtractAct } from '@smartpar/access/model';
import { Api, Control, Field, GoesByKey, Icon, Language, ProblemNote, Toasts } from '@smartpar/platform/ui';
import { acting } from '../../acting/acting';

/** Reasons for a refusal that are ready to be chosen; the last is one's own. */
const REFUSALS = ['notNeeded', 'tooMany', 'otherWay', 'own'] as const;

type Refusal = (typeof REFUSALS)[number];

/** What went wrong, in words of this place. */
const SENTENCES = {
  'decision.decided': 'extracts.decide.settled',
  'decision.lapsed': 'extracts.obstacle.lapsed',
  'decision.concerned': 'extracts.obstacle.concerned',
  'decision.no_right': 'extracts.obstacle.no-right',
  'decision.right_too_young': 'extracts.obstacle.right-too-young',
};

/** Agrees that the data of many people is taken out, or refuses with a reason: A or D, then Enter. */
@Component({
  selector: 'sp-decide-extract',
  imports: [Control, Field, GoesByKey, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './decide-extract.html',
  styleUrl: '../../granting/decide/decide-grant.scss',
})
export class DecideExtract {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);

  /** address of the extract below `/api` */
  readonly path = input.required<string>();
  /** it stands otherwise than it is shown, by this decision or by another's */
  readonly decided = output();

  protected readonly refusals = REFUSALS;
  protected readonly sentences = SENTENCES;
  protected readonly acting = acting();
  protected readonly refusal = signal<Refusal>('notNeeded');
  protected readonly own = signal('');
  protected readonly tried = signal(false);
  protected readonly tooShort = computed(() => this.tried() && this.refusal() === 'own' && this.own().trim().length < REASON_WORDS_MIN);

  protected choose(refusal: string): void {
    this.refusal.set(REFUSALS.find((one) => one === refusal) ?? 'notNeeded');
  }

  protected async approve(): Promise<void> {
    await this.send('approval', {}, 'extracts.decide.approved');
  }

  protected async dismiss(): Promise<void> {
    this.tried.set(true);
    if (this.tooShort()) return;
    const reason = this.refusal() === 'own' ? this.own().trim() : this.language.say(`extracts.decide.refusals.${this.refusal()}`);
    await this.send('refusal', { reason }, 'extracts.decide.refused');
  }

  private async send(what: 'approval' | 'refusal', body: object, said: string): Promise<void> {
    const refused = await this.acting.send(async (act) => {
      await this.api.post<ExtractAct>(`${this.path()}/${what}`, body, act);
      this.toasts.show(this.language.say(said));
      this.decided.emit();
    });
    if (refused?.status === 409) this.decided.emit();
  }
}
