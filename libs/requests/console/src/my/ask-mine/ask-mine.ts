import { Component, ElementRef, type OnInit, afterNextRender, computed, inject, input, output } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Membership } from '@smartpar/access/console';
import { Api, Control, Field, Language, ProblemNote, draftOf, sending } from '@smartpar/platform/ui';
import { REQUEST_KINDS, askMine } from '@smartpar/requests/model';
import type { AskedMine } from '../../answers';
import { messageContract } from '../../ask/message-contract';
import { ChoiceCards } from '../../choice-cards/choice-cards';
import { TICKED, Tick } from '../../tick/tick';
import type { Correction } from './correction';

const EMPTY = { organizationId: '', to: 'organization', kind: 'question', text: '', aboutContact: '' };

/** Asks a question signed in, in place: it needs no confirmation and its clock starts at once. */
@Component({
  selector: 'sp-ask-mine',
  imports: [ChoiceCards, Control, Field, FormField, MatButton, ProblemNote, Tick, TranslocoPipe],
  templateUrl: './ask-mine.html',
  styleUrl: './ask-mine.scss',
})
export class AskMine implements OnInit {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly draft = draftOf('ask-mine', EMPTY);

  /** where the reader belongs */
  readonly memberships = input.required<readonly Membership[]>();
  /** what the reader came to have corrected */
  readonly correction = input<Correction | null>(null);
  readonly asked = output<AskedMine>();
  readonly cancelled = output();

  protected readonly kinds = REQUEST_KINDS;
  protected readonly organization = computed(
    () => this.memberships().find(({ organizationId }) => organizationId === this.draft.model().organizationId) ?? this.memberships()[0],
  );
  /** SmartPAR answers for itself only beside an organization that answers for the account */
  protected readonly hasOtherSide = computed(() => this.organization()?.kind === 'tenant');
  protected readonly sides = computed(() =>
    (['organization', 'smartpar', 'both'] as const).map((value) => ({
      value,
      label: value === 'organization' ? (this.organization()?.organizationName ?? '') : this.language.say(`requests.askMine.to.${value}`),
      hint: this.language.say(`requests.askMine.to.${value}Hint`),
    })),
  );

  protected readonly form = form(this.draft.model, (path) => validateStandardSchema(path, () => messageContract(askMine, this.message)));
  protected readonly question = sending(this.form, (typed, act) =>
    this.api.post<AskedMine>(`/organizations/${this.organization()?.organizationId}/my/requests`, this.message(typed), act),
  );

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => element.querySelector('textarea')?.focus());
  }

  /** Begins the sentence of a correction; what was typed before stays. */
  ngOnInit(): void {
    const correction = this.correction();
    if (correction === null || this.draft.model().text.trim() !== '') return;
    const { what, organizationId, named = '' } = correction;
    const known = this.memberships()
      .slice(1)
      .some((membership) => membership.organizationId === organizationId);
    const text = this.language.say('requests.askMine.correct', { what: this.language.say(`requests.askMine.what.${what}`, { named }) });
    this.draft.model.set({ ...EMPTY, organizationId: known ? organizationId : '', kind: 'rectification', text });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const asked = await this.question.send();
    if (asked === undefined) return;
    this.draft.clear();
    this.asked.emit(asked);
  }

  private readonly message = ({ to, kind, text, aboutContact }: typeof EMPTY) => ({
    text,
    kind,
    to: this.hasOtherSide() ? to : 'organization',
    aboutContact: aboutContact === TICKED,
  });
}
