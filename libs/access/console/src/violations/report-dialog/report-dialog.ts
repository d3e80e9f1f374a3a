import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { VIOLATION_WORDS, type CitedLook, type ViolationView } from '@smartpar/access/model';
import { Api, ConsequencePanel, Control, DialogFrame, Field, Language, ProblemNote, apiAddress, sending, type Consequence } from '@smartpar/platform/ui';
import * as z from 'zod';
import { ViolationWords } from '../violation-words';

/** Whom a report is about: a member, or whoever made one look. */
export interface ReportTopic {
  readonly organizationId: string;
  readonly about: { readonly memberId: string; readonly memberNumber: string } | { readonly entryId: string };
}

/** What is typed. */
const typedReport = z.object({ words: z.string().trim().min(VIOLATION_WORDS.min).max(VIOLATION_WORDS.max) });

/** Reports that somebody broke what they promised; says first what follows from it. Closes with the case. */
@Component({
  selector: 'sp-report-dialog',
  imports: [ConsequencePanel, Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './report-dialog.html',
})
export class ReportDialog {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  protected readonly topic = inject<ReportTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<ViolationView>>(DialogRef);
  protected readonly words = inject(ViolationWords);

  private readonly memberId = 'memberId' in this.topic.about ? this.topic.about.memberId : null;
  protected readonly who = 'memberId' in this.topic.about ? this.topic.about.memberNumber : null;
  protected readonly looks = httpResource<{ readonly items: readonly CitedLook[] }>(() =>
    this.memberId === null ? undefined : apiAddress(`/organizations/${this.topic.organizationId}/members/${this.memberId}/looks?size=20`),
  );
  protected readonly cited = signal<ReadonlySet<string>>(new Set('entryId' in this.topic.about ? [this.topic.about.entryId] : []));
  protected readonly consequences = computed<readonly Consequence[]>(() => [
    { kind: 'goes', text: this.language.say('access.violations.follows.goes') },
    { kind: 'stays', text: this.language.say('access.violations.follows.stays') },
    { kind: 'told', text: this.language.say('access.violations.follows.told') },
    { kind: 'undo', text: this.language.say('access.violations.follows.undo') },
  ]);

  private readonly typed = signal({ words: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedReport));
  protected readonly reporting = sending(this.form, ({ words }, act) => {
    const about = this.memberId === null ? {} : { memberId: this.memberId };
    return this.api.post<ViolationView>(
      `/organizations/${this.topic.organizationId}/violations`,
      { ...about, entryIds: [...this.cited()], words: words.trim() },
      act,
    );
  });

  protected cite(id: string): void {
    this.cited.update((cited) => new Set(cited.has(id) ? [...cited].filter((one) => one !== id) : [...cited, id]));
  }

  protected async report(event: Event): Promise<void> {
    event.preventDefault();
    const violation = await this.reporting.send();
    if (violation !== undefined) this.dialog.close(violation);
  }
}
