import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, resource, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import type { AcceptedInvitation, OpenedInvitation } from '@smartpar/members/model';
import { Act, Api, Control, Field, Formats, Icon, PageHeader, Pending, ProblemNote, linkToken, problemOf, sending, type Problem } from '@smartpar/platform/ui';
import { PasswordAdvice, type KnownOfPerson } from './password-advice';

/** Statuses that say the link opens nothing. */
const UNREADABLE: ReadonlySet<number> = new Set([400, 404, 410]);

/** What may be wrong with a password, by the server's codes. */
const FAULTS: Readonly<Record<string, string>> = {
  required: 'members.fault.password.missing',
  'password.too_short': 'members.fault.password.too_short',
  'password.too_long': 'members.fault.password.too_long',
  'password.common': 'members.fault.password.common',
  'password.own_data': 'members.fault.password.own_data',
  'password.too_weak': 'members.fault.password.too_weak',
};

/**
 * What an organization's invitation opens: who asks, and a button to join. Opening it spends nothing. Whoever has an account
 * signs in first; whoever has none chooses a password.
 */
@Component({
  selector: 'sp-invitation',
  imports: [Control, Field, FormField, Icon, MatButton, NgComponentOutlet, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './invitation.html',
  styleUrl: './invitation.scss',
})
export class Invitation {
  private readonly api = inject(Api);
  private readonly formats = inject(Formats);
  private readonly advice = inject(PasswordAdvice);
  private readonly token = linkToken('invitation');
  private readonly joiningAct = new Act();
  protected readonly session = inject(Session);

  protected readonly faults = FAULTS;
  /** whoever is at this browser is known before anything is offered */
  protected readonly opened = resource({
    params: () => this.token.opened(),
    loader: async ({ params: { token } }) => {
      const [invitation] = await Promise.all([this.api.post<OpenedInvitation>('/invitations/preview', { token }), this.session.ensure()]);
      return invitation;
    },
  });

  private readonly typed = signal({ newPassword: '' });
  protected readonly form = form(this.typed, (path) => required(path.newPassword));
  protected readonly choosing = sending(this.form, ({ newPassword }, act) =>
    this.api.post<AcceptedInvitation>('/invitations/acceptance', { token: this.token.value(), newPassword }, act),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly accepted = signal<AcceptedInvitation | null>(null);

  protected readonly until = computed(() => (this.opened.hasValue() ? this.formats.moment(this.opened.value().expiresAt) : ''));
  protected readonly account = computed(() => this.session.facts()?.account.email ?? null);
  /** what is asked of whoever opened it */
  protected readonly way = computed(() => {
    if (!this.opened.hasValue()) return null;
    return this.account() === null ? this.opened.value().accept : 'join';
  });
  protected readonly password = computed(() => this.typed().newPassword);
  /** without it the server judges all the same */
  protected readonly meter = resource({ params: () => (this.way() === 'choose-password' ? true : undefined), loader: () => this.advice.load() });
  protected readonly own = computed<KnownOfPerson>(() => {
    const { email = '', firstName = '', lastName = '', organization = '' } = this.opened.hasValue() ? this.opened.value() : {};
    return { email, name: [firstName, lastName].filter(Boolean).join(' '), organizationNames: [organization] };
  });
  /** there is no link, or it no longer works */
  protected readonly useless = computed(
    () => this.token.value() === null || [problemIn(this.opened.error()), this.choosing.problem(), this.problem()].some(opensNothing),
  );

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    const accepted = await this.choosing.send();
    if (accepted !== undefined) this.keep(accepted);
    // an account was made meanwhile: whoever it belongs to signs in
    else if (this.choosing.problem()?.code === 'invitation.sign_in_first') this.opened.reload();
  }

  protected async join(): Promise<void> {
    if (this.busy()) return;
    await this.guarded(async () => {
      this.keep(await this.api.post<AcceptedInvitation>('/account/invitations/acceptance', { token: this.token.value() }, this.joiningAct));
      await this.session.refresh();
    });
  }

  /** For whoever is at a browser where somebody else is signed in. The link stays. */
  protected async signOut(): Promise<void> {
    await this.guarded(async () => {
      await this.session.signOut();
      this.token.keepOn();
    });
  }

  private keep(accepted: AcceptedInvitation): void {
    this.token.forget();
    this.accepted.set(accepted);
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await work();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}

const problemIn = (failure: unknown): Problem | null => (failure === undefined ? null : problemOf(failure));

const opensNothing = (problem: Problem | null): boolean => problem !== null && UNREADABLE.has(problem.status);
