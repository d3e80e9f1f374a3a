import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import { type ShownSystemToken, type SystemToken, tokenWorks } from '@smartpar/members/model';
import {
  Act,
  Api,
  ConfirmByTyping,
  CopyButton,
  EmptyState,
  Formats,
  Icon,
  Language,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  Toasts,
  Why,
  apiAddress,
  problemOf,
} from '@smartpar/platform/ui';
import { IssueToken } from './issue/issue-token';

/** How long another token goes on working beside the one in its place, in hours. */
const OVERLAP_HOURS = 24;
/** How long another one works, in days. */
const DAYS = 90;

/** Other systems that act for the organization: which there are, and for owners to let in, replace and end them. A token is shown once. */
@Component({
  selector: 'sp-system-tokens',
  imports: [CanPipe, CopyButton, EmptyState, Icon, IssueToken, MatButton, PageHeader, Pending, ProblemNote, TranslocoPipe, Why],
  templateUrl: './system-tokens.html',
  styleUrl: './system-tokens.scss',
})
export class SystemTokens {
  private readonly api = inject(Api);
  private readonly confirm = inject(ConfirmByTyping);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private acts = new Map<string, Act>();

  readonly organizationId = input.required<string>();

  protected readonly tokens = httpResource<{ items: readonly SystemToken[] }>(() => apiAddress(this.path()));
  protected readonly shown = signal<ShownSystemToken | null>(null);
  protected readonly adding = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected works({ state }: SystemToken): boolean {
    return tokenWorks(state);
  }

  /** `Works until 2 June 2026. Last used on 1 March 2026.` */
  protected lifeOf({ state, expiresAt, revokedAt, lastUsedOn }: SystemToken): string {
    const life = this.language.say(`usage.tokens.state.${state}`, { day: this.formats.day(revokedAt ?? expiresAt), moment: this.formats.moment(expiresAt) });
    const used = lastUsedOn === null ? this.language.say('usage.tokens.unused') : this.language.say('usage.tokens.used', { day: this.formats.day(lastUsedOn) });
    return `${life} ${used}`;
  }

  protected issued(token: ShownSystemToken): void {
    this.shown.set(token);
    this.adding.set(false);
    this.tokens.reload();
  }

  protected rotate({ id }: SystemToken): Promise<void> {
    return this.does(`rotate ${id}`, async (act) => {
      this.shown.set(await this.api.post<ShownSystemToken>(`${this.path()}/${id}/rotation`, { days: DAYS, overlapHours: OVERLAP_HOURS }, act));
    });
  }

  /** The system stops at once and nothing lets it in again by this token, so it is asked about first. */
  protected async revoke({ id, name, hint }: SystemToken): Promise<void> {
    const consequences = [
      { kind: 'goes', text: this.language.say('usage.tokens.revokeGoes', { name, hint }) },
      { kind: 'stays', text: this.language.say('usage.tokens.revokeStays') },
    ] as const;
    const title = this.language.say('usage.tokens.revokeTitle', { name });
    if (!(await this.confirm.ask({ title, consequences, phrase: name, action: this.language.say('usage.tokens.revoke') }))) return;
    await this.does(`revoke ${id}`, async (act) => {
      await this.api.delete(`${this.path()}/${id}`, act);
      this.toasts.show(this.language.say('usage.tokens.revoked', { name }));
    });
  }

  protected path(): string {
    return `/organizations/${this.organizationId()}/system-tokens`;
  }

  private async does(name: string, work: (act: Act) => Promise<void>): Promise<void> {
    if (this.busy()) return;
    const act = this.acts.get(name) ?? new Act();
    this.acts.set(name, act);
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work(act);
      this.acts.delete(name);
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
      this.tokens.reload();
    }
  }
}
