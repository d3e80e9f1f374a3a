import { Injectable } from '@nestjs/common';
import { type Ability, defineAbility, type MemberActor, subject } from '@smartpar/access/model';
import {
  type AddLogView,
  type AuditEntry,
  type ChangeLogView,
  type Json,
  type LogView,
  type LogViewList,
  logViewAccess,
  MOST_VIEWS,
  tooManyViews,
} from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { LogViewRepository, type StoredView } from './log-view.repository';

/** Members keep views of the log, for themselves or for everybody who reads it. */
@Injectable()
export class KeepLogViews {
  constructor(
    private readonly database: Database,
    private readonly views: LogViewRepository,
  ) {}

  /** Own views and those others share. */
  list(actor: MemberActor): Promise<LogViewList> {
    return this.database.tenant(actor, async (tx) => ({ items: (await this.views.list(tx, abilityOf(actor))).map((view) => present(view, actor)) }));
  }

  /** Keeps one. @throws {DomainError} `audit.too_many_views` */
  add(actor: MemberActor, { name, filter, shared }: AddLogView, key: string): Promise<LogView> {
    return this.acting(actor, { operation: 'audit-view.add', key, id: newId(), content: { name, filter, shared } }, async (tx, id) => {
      if ((await this.views.count(tx, actor.memberId)) >= MOST_VIEWS) throw tooManyViews();
      await this.views.add(tx, { id, keptBy: actor.memberId, name, filter, shared }, entryOf('added', id, { shared }));
    });
  }

  /** Changes one's own. @throws {DomainError} not_found */
  change(actor: MemberActor, id: string, patch: ChangeLogView, key: string): Promise<LogView> {
    return this.acting(actor, { operation: 'audit-view.change', key, id, content: { id, ...patch } }, async (tx) => {
      const view = await this.allowed(tx, actor, { action: 'change', id });
      await this.views.change(tx, id, patch, entryOf('changed', id, { shared: patch.shared ?? view.shared }));
    });
  }

  /** Removes one's own, or as an owner one that is shared. @throws {DomainError} not_found */
  remove(actor: MemberActor, id: string, key: string): Promise<void> {
    const operation = 'audit-view.remove';
    return this.database.tenant(actor, async (tx) => {
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, id) }, { id });
      if (replayed) return;
      await this.allowed(tx, actor, { action: 'remove', id });
      await this.views.remove(tx, id, entryOf('removed', id));
    });
  }

  private acting(actor: MemberActor, act: Act, work: (tx: TenantTransaction, id: string) => Promise<void>): Promise<LogView> {
    const { operation, key, content } = act;
    return this.database.tenant(actor, async (tx) => {
      const { replayed, reference } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, content) }, { id: act.id });
      if (!replayed) await work(tx, reference.id);
      return present(await this.allowed(tx, actor, { action: 'read', id: reference.id }), actor);
    });
  }

  /** @throws {DomainError} not_found */
  private async allowed(tx: TenantTransaction, actor: MemberActor, { action, id }: { readonly action: string; readonly id: string }): Promise<StoredView> {
    const view = await this.views.find(tx, id);
    if (view === null || !abilityOf(actor).can(action, subject('audit-view', view))) throw notFound();
    return view;
  }
}

interface Act {
  readonly operation: string;
  readonly key: string;
  readonly id: string;
  readonly content: Json;
}

const abilityOf = (actor: MemberActor): Ability => defineAbility(actor, [logViewAccess]);

const present = (view: StoredView, actor: MemberActor): LogView => {
  const { id, keptBy, name, filter, shared } = view;
  return { id, name, filter, shared, mine: keptBy === actor.memberId, removable: abilityOf(actor).can('remove', subject('audit-view', { ...view })) };
};

const entryOf = (done: string, id: string, facts: AuditEntry['facts'] = {}): AuditEntry => ({
  action: `audit-view.${done}`,
  target: { noun: 'audit-view', id },
  facts,
});
