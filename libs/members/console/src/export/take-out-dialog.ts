import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import { PROFILE_CATEGORIES, sightsOf } from '@smartpar/access/model';
import { exportColumns } from '@smartpar/members/model';
import {
  DialogFrame,
  FileTransfer,
  Formats,
  Icon,
  Language,
  Now,
  ProblemNote,
  SavedFiles,
  Toasts,
  WorkProgress,
  problemOf,
  type Problem,
} from '@smartpar/platform/ui';

/** What is about to be taken out. */
export interface TakeOutTopic {
  readonly organizationId: string;
  /** what it is narrowed to; empty for everybody */
  readonly asked: Readonly<Record<string, unknown>>;
  /** how many members that are; `null` where that is not known */
  readonly count: number | null;
}

/** Says what will be in the file, and that those concerned will read of it; then fetches it whole or not at all. Closes once it is there. */
@Component({
  selector: 'sp-take-out-dialog',
  imports: [DialogFrame, Icon, MatButton, ProblemNote, TranslocoPipe, WorkProgress],
  templateUrl: './take-out-dialog.html',
  styleUrl: './take-out-dialog.scss',
})
export class TakeOutDialog {
  private readonly abilities = inject(Abilities);
  private readonly files = inject(FileTransfer);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly now = inject(Now);
  private readonly saved = inject(SavedFiles);
  private readonly toasts = inject(Toasts);
  private readonly topic = inject<TakeOutTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<true>>(DialogRef);

  private readonly leaving = new AbortController();

  protected readonly who = computed(() => {
    if (this.topic.count !== null) return this.language.sayCount('members.export.count', this.topic.count);
    return this.language.say(`members.export.${Object.keys(this.topic.asked).length === 0 ? 'everybody' : 'filtered'}`);
  });
  protected readonly columns = computed(() => {
    const sight = sightsOf(this.abilities.of(this.topic.organizationId));
    const columns = exportColumns(PROFILE_CATEGORIES.filter((category) => sight[category] === 'shown'));
    return this.formats.list(columns.map((column) => this.language.say(`members.export.column.${column}`)));
  });
  protected readonly busy = signal(false);
  private readonly carried = signal(0);
  protected readonly far = computed(() => this.language.say('members.export.far', { done: this.formats.bytes(this.carried()) }));
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    // whoever leaves the dialog wants no file
    inject(DestroyRef).onDestroy(() => this.leaving.abort());
  }

  protected async fetch(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.carried.set(0);
    const path = `/organizations/${this.topic.organizationId}/members/export`;
    try {
      const order = { ...this.topic.asked, locale: this.language.current() };
      const file = await this.files.fetch(path, order, { signal: this.leaving.signal, carried: (bytes) => this.carried.set(bytes) });
      this.saved.save(this.language.say('members.export.fileName', { day: this.now.moment().toISOString().slice(0, 10) }), file);
      this.toasts.show(this.language.say('members.export.done'));
      this.dialog.close(true);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
    this.busy.set(false);
  }
}
