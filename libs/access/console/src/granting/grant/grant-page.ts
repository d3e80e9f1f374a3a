import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { REASON_WORDS_MIN, type GrantAct, type GrantView } from '@smartpar/access/model';
import {
  Act,
  Api,
  Control,
  Field,
  Icon,
  Language,
  MomentPipe,
  PageHeader,
  Pending,
  ProblemNote,
  RecordPage,
  Toasts,
  apiAddress,
  problemOf,
} from '@smartpar/platform/ui';
import type { Problem } from '@smartpar/platform/ui';
import { freshOnChange } from '../../changes/fresh-on-change';
import { DecideGrant } from '../decide/decide-grant';
import { GrantingWords } from '../granting-words';
import { GrantStandingChip } from '../standing/grant-standing';

/** One grant: what is asked for, decided here on the same page, ended, and read afterwards. */
@Component({
  selector: 'sp-grant-page',
  imports: [
    Control,
    DecideGrant,
    Field,
    GrantStandingChip,
    Icon,
    MatButton,
    MomentPipe,
    PageHeader,
    Pending,
    ProblemNote,
    RecordPage,
    RouterLink,
    TranslocoPipe,
  ],
  templateUrl: './grant-page.html',
  styleUrl: './grant-page.scss',
})
export class GrantPage {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly words = inject(GrantingWords);

  readonly organizationId = input.required<string>();
  readonly grantId = input.required<string>();

  protected readonly grant = httpResource<GrantView>(() => apiAddress(this.path()));
  private readonly act = new Act();
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  constructor() {
    freshOnChange(this.grant);
  }

  protected async revoke(): Promise<void> {
    this.tried.set(true);
    const reason = this.reason().trim();
    if (reason.length >= REASON_WORDS_MIN) await this.send('revocation', { reason }, 'granting.page.revoked');
  }

  protected async withdraw(): Promise<void> {
    await this.send('withdrawal', {}, 'granting.page.withdrawn');
  }

  protected tooShort(): boolean {
    return this.tried() && this.reason().trim().length < REASON_WORDS_MIN;
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/grants/${this.grantId()}`;
  }

  private async send(what: 'revocation' | 'withdrawal', body: object, said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.post<GrantAct>(`${this.path()}/${what}`, body, this.act);
      this.toasts.show(this.language.say(said));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
      this.grant.reload();
    }
  }
}
