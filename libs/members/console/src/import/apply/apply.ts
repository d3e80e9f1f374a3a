import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApplyImport, memberNumberText, type MemberImport } from '@smartpar/members/model';
import { Act, Api, Icon, Language, ProblemNote, problemOf, type Problem } from '@smartpar/platform/ui';
import { importsPath } from '../import-address';
import { IMPORT_SENTENCES } from '../import-sentences';
import { ImportWords } from '../words/import-words';

/** Whether new people are invited; `null` before it is said. */
type Invitations = 'now' | 'later' | null;

/** The decision about a file that was checked. Nothing is assumed: neither that mails are sent, nor that faulty lines may be left out. */
@Component({
  selector: 'sp-import-apply',
  imports: [Icon, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './apply.html',
  styleUrl: './apply.scss',
})
export class Apply {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly words = inject(ImportWords);
  private readonly act = new Act();

  readonly organizationId = input.required<string>();
  readonly of = input.required<MemberImport>();
  readonly changed = output<MemberImport>();
  /** it is not what was seen any more */
  readonly outdated = output();

  protected readonly sentences = IMPORT_SENTENCES;
  protected readonly number = memberNumberText;
  private readonly counts = computed(() => this.of().counts ?? { lines: 0, new: 0, changed: 0, existing: 0, unchanged: 0, skipped: 0, faulty: 0 });
  protected readonly faulty = computed(() => this.counts().faulty);
  protected readonly invites = computed(() => this.counts().new > 0);
  protected readonly deed = computed(() => this.words.deed(this.counts()));
  protected readonly sendWords = computed(() => this.language.sayCount('members.import.apply.send', this.counts().new));
  protected readonly leaveOutWords = computed(() => this.language.sayCount('members.import.apply.leaveOut', this.faulty()));
  protected readonly invitations = signal<Invitations>(null);
  protected readonly leavesOut = signal(false);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly invitationsMissing = computed(() => this.tried() && this.invites() && this.invitations() === null);
  protected readonly leaveOutMissing = computed(() => this.tried() && this.faulty() > 0 && !this.leavesOut());

  protected async apply(event: Event, form: HTMLFormElement): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy()) return;
    if (this.invitationsMissing() || this.leaveOutMissing()) {
      form.querySelector<HTMLInputElement>(this.invitationsMissing() ? 'input[type=radio]' : 'input[type=checkbox]')?.focus();
      return;
    }
    await this.send({ check: this.of().check, sendInvitations: this.invitations() === 'now', leaveOutFaulty: this.leavesOut() });
  }

  private async send(message: ApplyImport): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.changed.emit(await this.api.post<MemberImport>(`${importsPath(this.organizationId())}/${this.of().id}/application`, message, this.act));
    } catch (failure) {
      const problem = problemOf(failure);
      this.problem.set(problem);
      if (problem.status === 409) this.outdated.emit();
    }
    this.busy.set(false);
  }
}
