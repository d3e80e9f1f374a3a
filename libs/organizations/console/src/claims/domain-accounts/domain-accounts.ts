import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanPipe } from '@smartpar/access/console';
import type { AccountClaim, AccountsOfDomain } from '@smartpar/organizations/model';
import {
  Act,
  Api,
  apiAddress,
  Column,
  ConfirmByTyping,
  type Consequence,
  ConsequencePanel,
  EmptyState,
  Formats,
  Icon,
  keysetList,
  Language,
  List,
  PageHeader,
  Pending,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
} from '@smartpar/platform/ui';

/** A member the claim made. */
interface JoinedMember {
  readonly memberId: string;
  readonly memberNumber: string;
  readonly joinedAt: string;
}

/** What is counted, in the order in which it happens to people. */
const COUNTS = ['told', 'stays', 'objected', 'moved', 'keptOut', 'joined', 'stopped'] as const;

/** The accounts that use a domain, in counts, and the claim of them. Nobody is named before they are a member, and then by number. */
@Component({
  selector: 'sp-domain-accounts',
  imports: [CanPipe, Column, ConsequencePanel, EmptyState, Icon, List, MatButton, PageHeader, Pending, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './domain-accounts.html',
  styleUrl: './domain-accounts.scss',
})
export class DomainAccounts {
  private readonly api = inject(Api);
  private readonly confirm = inject(ConfirmByTyping);
  private readonly toasts = inject(Toasts);
  private readonly starting = new Act();
  private readonly stopping = new Act();
  protected readonly language = inject(Language);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();
  readonly domainId = input.required<string>();

  protected readonly accounts = httpResource<AccountsOfDomain>(() => apiAddress(`${this.path()}/domains/${this.domainId()}/accounts`));
  private readonly known = computed(() => (this.accounts.hasValue() ? this.accounts.value() : null));
  protected readonly claim = computed(() => this.known()?.claim ?? null);
  protected readonly claimable = computed(() => (this.known()?.accounts ?? 0) - (this.known()?.members ?? 0));
  protected readonly lines = computed(() => {
    const counts = this.claim()?.counts;
    return counts === undefined ? [] : COUNTS.filter((name) => counts[name] > 0).map((name) => ({ name, count: counts[name] }));
  });
  protected readonly members = keysetList<JoinedMember>(() => {
    const claim = this.claim();
    return claim === null || claim.counts.joined === 0 ? undefined : { path: `${this.path()}/account-claims/${claim.id}/members` };
  });
  protected readonly consequences = computed<readonly Consequence[]>(() =>
    (['told', 'joins', 'stays', 'moves'] as const).map((key) => ({
      kind: KINDS[key],
      text: this.language.say(`organizations.claims.consequence.${key}`, { domain: this.known()?.domain ?? '', count: this.claimable() }),
    })),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly keyOf = ({ memberId }: JoinedMember): string => memberId;
  protected readonly linkOf = ({ memberId }: JoinedMember): string => `/org/${this.organizationId()}/members/${memberId}`;

  protected start(): Promise<void> {
    return this.try(async () => {
      await this.api.post<AccountClaim>(`${this.path()}/domains/${this.domainId()}/claims`, undefined, this.starting);
      this.toasts.show(this.language.say('organizations.claims.started'));
    });
  }

  protected async stop({ id, domain }: AccountClaim): Promise<void> {
    const meant = await this.confirm.ask({
      title: this.language.say('organizations.claims.stopTitle'),
      consequences: [
        { kind: 'told', text: this.language.say('organizations.claims.consequence.stopTold') },
        { kind: 'stays', text: this.language.say('organizations.claims.consequence.stopStays') },
      ],
      phrase: domain,
      action: this.language.say('organizations.claims.stop'),
    });
    if (meant) await this.try(async () => void (await this.api.post<AccountClaim>(`${this.path()}/account-claims/${id}/stop`, undefined, this.stopping)));
  }

  private async try(act: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    this.busy.set(true);
    try {
      await act();
      this.accounts.reload();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.busy.set(false);
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}`;
  }
}

const KINDS: Readonly<Record<'told' | 'joins' | 'stays' | 'moves', Consequence['kind']>> = { told: 'told', joins: 'told', stays: 'stays', moves: 'undo' };
