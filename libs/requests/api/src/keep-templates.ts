import { Injectable } from '@nestjs/common';
import { Abilities, allowedOr404 } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { AuditEntry, Json } from '@smartpar/audit/model';
import { newId, notFound } from '@smartpar/kernel';
import { Database, type TenantTransaction } from '@smartpar/platform/database';
import { fingerprintOf, once } from '@smartpar/platform/http';
import { type RequestKind, TEMPLATES_MAX, tooManyTemplates } from '@smartpar/requests/model';
import type { ReplyTemplateEntity } from './reply-template.entity';
import { ReplyTemplateRepository, type TemplatePatch } from './reply-template.repository';

/** A template about to be kept. */
export interface NewTemplate {
  readonly title: string;
  readonly language: string;
  readonly text: string;
  readonly kind?: RequestKind | null;
}

/** Keeps the texts an organization uses in its answers. */
@Injectable()
export class KeepTemplates {
  constructor(
    private readonly database: Database,
    private readonly abilities: Abilities,
    private readonly templates: ReplyTemplateRepository,
  ) {}

  /** All of them, by title. */
  list(actor: MemberActor): Promise<readonly ReplyTemplateEntity[]> {
    return this.database.tenant(actor, (tx) => this.templates.list(tx));
  }

  /** Adds one. @throws {DomainError} `template.too_many` */
  add(actor: MemberActor, { kind = null, ...template }: NewTemplate, key: string): Promise<ReplyTemplateEntity> {
    return this.acting(actor, { operation: 'reply-template.add', key, id: newId(), content: { ...template, kind } }, async (tx, id) => {
      if ((await this.templates.count(tx)) >= TEMPLATES_MAX) throw tooManyTemplates();
      await this.templates.add(tx, { organizationId: tx.organizationId, id, ...template, kind, changedAt: tx.at }, entryOf('added', id));
    });
  }

  /** Changes one; what is undefined stays. @throws {DomainError} not_found */
  change(actor: MemberActor, id: string, patch: TemplatePatch, key: string): Promise<ReplyTemplateEntity> {
    return this.acting(actor, { operation: 'reply-template.change', key, id, content: { id, ...patch } }, async (tx) => {
      allowedOr404(this.abilities.of(actor), 'change', 'reply-template', await this.templates.find(tx, id));
      await this.templates.change(tx, id, patch, entryOf('changed', id));
    });
  }

  /** Removes one. @throws {DomainError} not_found */
  remove(actor: MemberActor, id: string, key: string): Promise<void> {
    return this.database.tenant(actor, async (tx) => {
      const operation = 'reply-template.remove';
      const { replayed } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, id) }, { id });
      if (replayed) return;
      allowedOr404(this.abilities.of(actor), 'remove', 'reply-template', await this.templates.find(tx, id));
      await this.templates.remove(tx, id, entryOf('removed', id));
    });
  }

  private acting(actor: MemberActor, act: Act, work: (tx: TenantTransaction, id: string) => Promise<void>): Promise<ReplyTemplateEntity> {
    return this.database.tenant(actor, async (tx) => {
      const { operation, key, content } = act;
      const { replayed, reference } = await once(tx, { key, operation, fingerprint: fingerprintOf(operation, content) }, { id: act.id });
      if (!replayed) await work(tx, reference.id);
      const kept = await this.templates.find(tx, reference.id);
      if (kept === null) throw notFound();
      return kept;
    });
  }
}

interface Act {
  readonly operation: string;
  readonly key: string;
  readonly id: string;
  readonly content: Json;
}

const entryOf = (done: string, id: string): AuditEntry => ({ action: `reply-template.${done}`, target: { noun: 'reply-template', id }, facts: {} });
