import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  ORGANIZATION_PURPOSES,
  REASON_WORDS_MAX,
  REASON_WORDS_MIN,
  REVEAL_REASON_TEMPLATES,
  categoryWord,
  purposeWord,
  reasonWord,
  reasonsFor,
  type OrganizationPurpose,
  type Revealed,
  type RevealReason,
} from '@smartpar/access/model';
import { Api, Control, DialogFrame, Field, Formats, Icon, Language, ProblemNote, problemOf, sending } from '@smartpar/platform/ui';
import * as z from 'zod';
import { SignUndertaking } from '../../undertaking/sign-undertaking/sign-undertaking';
import { RevealTasks } from '../reveal-task';
import type { RevealQuestion } from '../reveal-topic';

/** Stands for a reason in one's own words. */
const WORDS = 'words';

/** Code of a look that was made before and shows nothing any more. */
const OVER = 'reveal.over';

/** Code of a look by somebody who has not signed the undertaking in force. */
const UNSIGNED = 'undertaking.unsigned';

/** What is typed, before it becomes a look. */
const typedLook = z
  .object({ purpose: z.string().min(1), reason: z.string().min(1), words: z.string().trim().max(REASON_WORDS_MAX) })
  .refine(({ reason, words }) => reason !== WORDS || words.length >= REASON_WORDS_MIN, { path: ['words'], error: 'too short' });

/**
 * Asks why, says that the person will see it, and looks; whoever has not signed the undertaking does so on the way. Closes with what was revealed.
 */
@Component({
  selector: 'sp-reveal-dialog',
  imports: [Control, DialogFrame, Field, FormField, Icon, MatButton, ProblemNote, SignUndertaking, TranslocoPipe],
  templateUrl: './reveal-dialog.html',
  styleUrl: './reveal-dialog.scss',
})
export class RevealDialog {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly tasks = inject(RevealTasks);
  protected readonly topic = inject<RevealQuestion>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<Revealed>>(DialogRef);

  protected readonly words = WORDS;
  protected readonly least = REASON_WORDS_MIN;
  protected readonly purposeWord = purposeWord;
  protected readonly reasonWord = reasonWord;
  protected readonly purposes = this.topic.purposes;
  /** the undertaking stands in the place of the question until it is signed */
  protected readonly unsigned = signal(false);
  protected readonly what = computed(() => this.formats.list(this.topic.categories.map((category) => this.language.say(categoryWord(category)))));

  private readonly typed = signal({
    purpose: this.firstPurpose(),
    reason: this.tasks.reasonFor(this.topic.organizationId, this.topic.memberId) ?? '',
    words: '',
  });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, typedLook));
  protected readonly reasons = computed(() => {
    const purpose = purposeOf(this.typed().purpose);
    return purpose === undefined ? [] : reasonsFor(purpose);
  });
  protected readonly looking = sending(this.form, async ({ purpose, reason, words }, act) => {
    const path = `/organizations/${this.topic.organizationId}/members/${this.topic.memberId}/reveals`;
    try {
      return await this.api.post<Revealed>(path, { categories: this.topic.categories, purpose, reason: reasonOf(reason, words) }, act);
    } catch (failure) {
      // that look was made, and its answer was lost on the way for too long: the next one is another
      const { code } = problemOf(failure);
      if (code === OVER) act.done();
      this.unsigned.set(code === UNSIGNED);
      throw failure;
    }
  });

  /** A reason that does not go with the purpose any more is taken back. */
  protected purposeChanged(): void {
    const { reason } = this.typed();
    if (reason !== WORDS && !this.reasons().some((template) => template === reason)) this.typed.update((typed) => ({ ...typed, reason: '' }));
  }

  protected async look(event?: Event): Promise<void> {
    event?.preventDefault();
    const { purpose, reason } = this.typed();
    const revealed = await this.looking.send();
    const given = purposeOf(purpose);
    if (revealed === undefined || given === undefined) return;
    const { organizationId, memberId } = this.topic;
    this.tasks.remember({ organizationId, memberId, purpose: given, reason });
    this.dialog.close(revealed);
  }

  /** What was asked for before the undertaking came in between goes on. */
  protected signed(): void {
    this.unsigned.set(false);
    void this.look();
  }

  private firstPurpose(): string {
    const before = this.tasks.purposeIn(this.topic.organizationId);
    if (before !== null && this.purposes.includes(before)) return before;
    return this.purposes.length === 1 ? (this.purposes[0] ?? '') : '';
  }
}

const purposeOf = (text: string): OrganizationPurpose | undefined => ORGANIZATION_PURPOSES.find((purpose) => purpose === text);

function reasonOf(reason: string, words: string): RevealReason {
  const template = REVEAL_REASON_TEMPLATES.find((known) => known === reason);
  return template === undefined ? { words: words.trim() } : { template };
}
