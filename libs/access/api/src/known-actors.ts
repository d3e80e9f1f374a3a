import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { NO_CONDITIONS } from '@smartpar/access/model';
import { Time } from '@smartpar/kernel';
import { Database, type Listening } from '@smartpar/platform/database';
import { LRUCache } from 'lru-cache';
import { Abilities } from './abilities';
import type { Admitted } from '@smartpar/platform/http';
import { INVALIDATION_CHANNEL } from './invalidation';
import { ActorSource, EntryRules } from './ports';

/** Most members remembered at once. */
const MOST_ACTORS = 10_000;
/** Longest that a member is remembered without asking again, should a message ever be missed. */
const LONGEST_MS = 60_000;

/**
 * Remembers, in this process, which member an account is in an organization and what they may do there, no longer than until something
 * they hold begins or ends by itself. What a transaction changes is forgotten when it commits; when nothing can be heard, everything is,
 * and nothing is kept.
 */
@Injectable()
export class KnownActors implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly actors = new LRUCache<string, Admitted>({ max: MOST_ACTORS, ttl: LONGEST_MS, ttlResolution: 1000 });
  /** goes up with whatever is forgotten, so that what was read before is not remembered after */
  private forgotten = 0;
  private listening: Listening | undefined;
  private readonly heeding = new Set<(payload: string | null) => void>();

  constructor(
    private readonly source: ActorSource,
    private readonly abilities: Abilities,
    private readonly database: Database,
    private readonly time: Time,
    @Optional() private readonly rules?: EntryRules,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.listening = await this.database.listen(
      INVALIDATION_CHANNEL,
      (payload) => this.forget(payload),
      () => this.forgetAll(),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listening?.stop();
  }

  /** What is remembered, without waiting. */
  peek(accountId: string, organizationId: string): Admitted | undefined {
    const known = this.actors.get(keyOf(accountId, organizationId));
    return known === undefined || !this.isOver(known) ? known : undefined;
  }

  /** @returns the member and their ability, or `null` where the account may not act in the organization */
  async find(accountId: string, organizationId: string): Promise<Admitted | null> {
    const before = this.forgotten;
    const actor = await this.source.actorOf(accountId, organizationId);
    if (actor === null) return null;
    const entry = (await this.rules?.conditionsFor(actor)) ?? NO_CONDITIONS;
    const admitted = { actor, ability: this.abilities.of(actor), entry };
    if (before === this.forgotten && this.listening?.connected === true) this.actors.set(keyOf(accountId, organizationId), admitted);
    return admitted;
  }

  /**
   * Has somebody told of whatever is forgotten.
   * @param listener given `account:<id>`, `organization:<id>`, `lockbox:<id>` of which nothing is forgotten, or `null` where everything was
   */
  heed(listener: (payload: string | null) => void): void {
    this.heeding.add(listener);
  }

  /** @param payload `account:<id>` or `organization:<id>`; nothing is forgotten for any other */
  forget(payload: string): void {
    for (const listener of this.heeding) listener(payload);
    const [kind, id = ''] = payload.split(':');
    if (kind === 'lockbox') return;
    this.forgotten += 1;
    const ends = kind === 'organization';
    for (const key of this.actors.keys()) if (ends ? key.endsWith(id) : key.startsWith(id)) this.actors.delete(key);
  }

  /** Forgets an organization's members now, where this process made the change itself. */
  forgetOrganization(organizationId: string): void {
    this.forget(`organization:${organizationId}`);
  }

  /** Forgets what somebody is in every organization now, where this process made the change itself. */
  forgetAccount(accountId: string): void {
    this.forget(`account:${accountId}`);
  }

  /** Most hold nothing that ends by itself, and nothing is asked for them. */
  private isOver({ actor: { until } }: Admitted): boolean {
    return until !== undefined && until.epochMilliseconds <= this.time.now().epochMilliseconds;
  }

  private forgetAll(): void {
    this.forgotten += 1;
    for (const listener of this.heeding) listener(null);
    this.actors.clear();
  }
}

const keyOf = (accountId: string, organizationId: string): string => `${accountId} ${organizationId}`;
