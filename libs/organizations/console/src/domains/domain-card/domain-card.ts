import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import type { DomainState, OrganizationDomainDocument } from '@smartpar/organizations/model';
import {
  Act,
  Api,
  ConfirmByTyping,
  type Consequence,
  DistancePipe,
  Formats,
  Icon,
  type IconName,
  Language,
  type Problem,
  ProblemNote,
  problemOf,
} from '@smartpar/platform/ui';
import { ProofWays } from '../proof-ways/proof-ways';

/** How a domain stands, as it is shown: one that is verified may be about to be lost. */
type Standing = DomainState | 'failing';

const ICONS: Readonly<Record<Standing, IconName>> = { claimed: 'clock', verified: 'check', failed: 'alert', failing: 'alert', lost: 'alert' };

/** What follows from giving a verified domain up. */
const CONSEQUENCES: readonly { readonly kind: Consequence['kind']; readonly key: string }[] = [
  { kind: 'goes', key: 'routing' },
  { kind: 'stays', key: 'members' },
  { kind: 'undo', key: 'again' },
];

/** One domain: its state, the record that proves it, what the last check found, and what can be done. */
@Component({
  selector: 'sp-domain-card',
  imports: [CanPipe, DistancePipe, Icon, MatButton, ProblemNote, ProofWays, TranslocoPipe],
  templateUrl: './domain-card.html',
  styleUrl: './domain-card.scss',
})
export class DomainCard {
  private readonly api = inject(Api);
  private readonly confirm = inject(ConfirmByTyping);
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);
  private readonly checking = new Act();
  private readonly releasing = new Act();

  readonly organizationId = input.required<string>();
  readonly domain = input.required<OrganizationDomainDocument>();
  /** the domain as it is after a check */
  readonly checked = output<OrganizationDomainDocument>();
  /** the organization gave the domain up */
  readonly released = output();

  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly standing = computed<Standing>(() => (this.domain().failingSince === null ? this.domain().state : 'failing'));
  protected readonly icon = computed(() => ICONS[this.standing()]);
  private readonly path = computed(() => `/organizations/${this.organizationId()}/domains/${this.domain().id}`);

  protected check(): Promise<void> {
    return this.try(async () => this.checked.emit(await this.api.post<OrganizationDomainDocument>(`${this.path()}/verification`, undefined, this.checking)));
  }

  protected async release(): Promise<void> {
    const { domain, state } = this.domain();
    const meant = state !== 'verified' || (await this.confirm.ask(this.irrevocable(domain)));
    if (!meant) return;
    await this.try(async () => {
      await this.api.delete(this.path(), this.releasing);
      this.released.emit();
    });
  }

  private irrevocable(domain: string): Parameters<ConfirmByTyping['ask']>[0] {
    return {
      title: this.language.say('organizations.domains.release.title', { domain }),
      consequences: CONSEQUENCES.map(({ kind, key }) => ({ kind, text: this.language.say(`organizations.domains.release.${key}`, { domain }) })),
      phrase: domain,
      action: this.language.say('organizations.domains.release.action'),
    };
  }

  private async try(act: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await act();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }
}
