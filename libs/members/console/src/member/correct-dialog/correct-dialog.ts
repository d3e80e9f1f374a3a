import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, email, form, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GrantMode } from '@smartpar/access/model';
import { MAX_PERSON_NAME, MAX_PHONE, memberNumberText, type MemberAct, type MemberView } from '@smartpar/members/model';
import { LOCALES } from '@smartpar/platform/contract';
import { Api, Control, DialogFrame, Field, Formats, Icon, Language, ProblemNote, Toasts, sending, type Act } from '@smartpar/platform/ui';
import { correctionOf, meanwhile, typedFacts } from './correction';

/** Whose facts are corrected. */
export interface CorrectTopic {
  readonly organizationId: string;
  readonly member: MemberView;
}

const CHANGED = 'member.changed_meanwhile';

/** Corrects what is kept about a member. Somebody who saved first loses nothing, and neither does who typed. Closes with whether it was saved. */
@Component({
  selector: 'sp-correct-dialog',
  imports: [Control, DialogFrame, Field, FormField, Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './correct-dialog.html',
  styleUrl: './correct-dialog.scss',
})
export class CorrectDialog {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);
  private readonly topic = inject<CorrectTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);

  protected readonly locales = LOCALES;
  protected readonly number = memberNumberText(this.topic.member.number);
  protected readonly member = signal(this.topic.member);
  private readonly base = computed(() => typedFacts(this.member()));
  private readonly typed = signal(typedFacts(this.topic.member));
  protected readonly form = form(this.typed, (path) => {
    required(path.email, { when: () => this.shows(this.member().sight['user.contact.email.work']) });
    email(path.email);
    required(path.firstName, { when: () => this.shows(this.member().sight['user.name']) });
    maxLength(path.firstName, MAX_PERSON_NAME);
    maxLength(path.lastName, MAX_PERSON_NAME);
    maxLength(path.phone, MAX_PHONE);
  });
  protected readonly correcting = sending(this.form, (typed, act) => this.correct(correctionOf(typed, this.base(), this.member().version), act));
  /** what somebody else made of the fields that were typed in, in words */
  protected readonly theirs = signal<readonly string[]>([]);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.theirs.set([]);
    if ((await this.correcting.send()) === undefined) {
      if (this.correcting.problem()?.code === CHANGED) await this.compare();
      return;
    }
    this.toasts.show(this.language.say('members.done.corrected'));
    this.dialog.close(true);
  }

  /** what to know of a field whose value is hidden */
  protected hint(sight: GrantMode, otherwise = ''): string | undefined {
    return this.shows(sight) ? otherwise || undefined : this.language.say('members.correct.hiddenHint');
  }

  protected shows(sight: GrantMode): boolean {
    return sight === 'shown';
  }

  private correct(message: object, act: Act): Promise<MemberAct> {
    return this.api.patch<MemberAct>(`${this.path()}/profile`, message, act);
  }

  /** Reads what somebody else saved; what was typed stays, beside what they made of it. */
  private async compare(): Promise<void> {
    const before = this.base();
    const fresh = await this.api.get<MemberView>(this.path()).catch(() => undefined);
    if (fresh === undefined) return;
    const { typed, differing } = meanwhile(this.typed(), before, typedFacts(fresh));
    this.member.set(fresh);
    const now = this.base();
    this.typed.set(typed);
    this.theirs.set(
      differing.map((field) =>
        this.language.say('members.correct.theirs', {
          field: this.language.say(`members.field.${field}`),
          value: now[field] === '' ? this.language.say('members.correct.nothing') : now[field],
        }),
      ),
    );
  }

  private path(): string {
    return `/organizations/${this.topic.organizationId}/members/${this.topic.member.id}`;
  }
}
