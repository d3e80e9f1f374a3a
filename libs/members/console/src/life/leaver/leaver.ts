import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LeaverView } from '@smartpar/members/model';
import {
  Api,
  Control,
  DayPipe,
  Field,
  Icon,
  Language,
  PageHeader,
  Pending,
  ProblemNote,
  Toasts,
  linkToken,
  problemOf,
  type Problem,
} from '@smartpar/platform/ui';
import { Outlook } from '../outlook/outlook';

/** What somebody who left reads with the code from their letter: their own requests, and what is still kept about them. Opening it spends nothing. */
@Component({
  selector: 'sp-leaver',
  imports: [Control, DayPipe, Field, Icon, MatButton, Outlook, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './leaver.html',
  styleUrl: './leaver.scss',
})
export class Leaver {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly token = linkToken('leaver');

  protected readonly typed = signal('');
  /** the code in use: that of the link, or the one that was typed */
  private readonly code = linkedSignal(() => this.token.value());
  protected readonly opened = resource({
    params: () => this.code() ?? undefined,
    loader: ({ params: code }) => this.api.post<LeaverView>('/leaver', { code }),
  });
  protected readonly view = computed(() => (this.opened.hasValue() ? this.opened.value() : null));
  /** why the code opens nothing */
  protected readonly refusal = computed<Problem | null>(() => {
    const error = this.opened.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly isAsked = computed(() => this.code() === null || this.refusal()?.status === 422);
  protected readonly address = linkedSignal(() => this.view()?.replyAddress ?? '');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected open(event: Event): void {
    event.preventDefault();
    const code = this.typed().trim();
    if (code === '') return;
    if (code === this.code()) this.opened.reload();
    else this.code.set(code);
  }

  protected async keepAddress(event: Event): Promise<void> {
    event.preventDefault();
    const email = this.address().trim() === '' ? null : this.address().trim();
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.opened.set(await this.api.post<LeaverView>('/leaver/reply-address', { code: this.code(), email }));
      this.toasts.show(this.language.say('members.life.leaver.saved'));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
