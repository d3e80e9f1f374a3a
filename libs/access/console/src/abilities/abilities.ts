import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { createAbility, subject, unpackRules, type Ability, type GrantInForce, type PackedRules } from '@smartpar/access/model';
import { Api } from '@smartpar/platform/ui';
import { Session } from '../session/session';

/** What `GET /api/organizations/:organizationId/abilities` answers, as far as deciding needs it. */
interface AbilitiesAnswer {
  readonly rules: PackedRules;
  readonly grants: readonly GrantInForce[];
}

const NOTHING = createAbility();

/**
 * What the person may do in the organization they are looking at, by the server's own rules. It only decides what is
 * shown: the server decides again.
 */
@Injectable({ providedIn: 'root' })
export class Abilities {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly loaded = signal<ReadonlyMap<string, Ability>>(new Map());
  private readonly granted = signal<ReadonlyMap<string, readonly GrantInForce[]>>(new Map());
  private readonly entered = signal<string | null>(null);

  /** The organization being looked at. */
  readonly organizationId = this.entered.asReadonly();
  /** The ability there; nothing at all anywhere else. */
  readonly current = computed<Ability>(() => this.of(this.organizationId() ?? ''));

  constructor() {
    effect(() => {
      if (!this.session.signedIn()) untracked(() => this.forget());
    });
  }

  /**
   * Enters an organization: from here on its rules decide.
   * @throws {Problem} when its rules could not be read
   */
  async enter(organizationId: string): Promise<void> {
    await this.know(organizationId);
    this.entered.set(organizationId);
  }

  /** Has an organization's rules at hand without entering it. @throws {Problem} */
  async know(organizationId: string): Promise<void> {
    if (!this.loaded().has(organizationId)) await this.refresh(organizationId);
  }

  /** The ability in an organization whose rules are at hand; nothing at all in any other. */
  of(organizationId: string): Ability {
    return this.loaded().get(organizationId) ?? NOTHING;
  }

  /** What may be seen of members' personal data in an organization whose rules are at hand, and for which purposes. */
  grantsIn(organizationId: string): readonly GrantInForce[] {
    return this.granted().get(organizationId) ?? [];
  }

  /** Reads an organization's rules again, such as after roles have changed. @throws {Problem} */
  async refresh(organizationId: string): Promise<void> {
    const answer = await this.api.get<AbilitiesAnswer>(`/organizations/${organizationId}/abilities`);
    this.loaded.update((known) => new Map(known).set(organizationId, unpackRules(answer.rules)));
    this.granted.update((known) => new Map(known).set(organizationId, answer.grants));
  }

  /**
   * May the person do this here? Read in a template or `computed` it follows the rules.
   * @param facts the thing itself, where the rule depends on it
   */
  can(action: string, noun: string, facts?: object): boolean {
    return facts === undefined ? this.current().can(action, noun) : this.current().can(action, subject(noun, { ...facts }));
  }

  private forget(): void {
    this.loaded.set(new Map());
    this.granted.set(new Map());
    this.entered.set(null);
  }
}
