import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { MemberActor, Role } from '@smartpar/access/model';
import { ActorLines, AuditModule, AuditWork, LogEvaluations, LogReaders, SealedLogModule, WebhookReach } from '@smartpar/audit/api';
import { auditAccess, type SealedLog } from '@smartpar/audit/model';
import { newId, Time } from '@smartpar/kernel';
import { KeyRing } from '@smartpar/platform/http';
import { SESSION_COOKIE } from '@smartpar/access/api';
import { GuardedApplication } from '../access/guarded-application';
import { SealingHouse } from './sealing-house';

const VERIFIER = join(process.cwd(), 'tools/verify-log/run.mjs');

/** Lets everybody go on reading until it is told otherwise. */
export class SettableReaders extends LogReaders {
  asked = 0;
  until = Infinity;

  override mayStillRead(): Promise<boolean> {
    this.asked += 1;
    return Promise.resolve(this.asked <= this.until);
  }
}

/** Numbers nobody. */
class NoNumbers extends ActorLines {
  override linesOf() {
    return Promise.resolve(new Map());
  }
}

/** Forbids nothing. */
class NothingForbidden extends LogEvaluations {
  override before() {
    return Promise.resolve();
  }
}

/** What the offline verifier said. */
export interface Said {
  readonly code: number;
  readonly text: string;
}

/** Reads, takes out and verifies logs, as a customer does. */
export class ReadingHouse {
  private constructor(
    readonly logs: SealingHouse,
    private readonly application: GuardedApplication,
    readonly readers: SettableReaders,
    private readonly folder: string,
  ) {}

  static async start(): Promise<ReadingHouse> {
    const logs = await SealingHouse.start();
    const readers = new SettableReaders();
    const application = await GuardedApplication.start({
      controllers: [],
      modules: [AuditModule, SealedLogModule],
      rules: auditAccess,
      providers: [
        { provide: ActorLines, useValue: new NoNumbers() },
        { provide: KeyRing, useValue: logs.keys },
        { provide: LogEvaluations, useValue: new NothingForbidden() },
        { provide: LogReaders, useValue: readers },
        { provide: Time, useValue: logs.bare.time },
        { provide: WebhookReach, useValue: { toPrivate: false } },
      ],
      database: logs.bare.database,
    });
    return new ReadingHouse(logs, application, readers, await mkdtemp(join(tmpdir(), 'smartpar-log-')));
  }

  /** Somebody who reads the log of an organization. */
  auditor(log: SealingHouse): MemberActor {
    return this.member(log, 'auditor');
  }

  /** Somebody with a role in an organization. */
  member(log: SealingHouse, role: Role): MemberActor {
    return this.application.members.add({ roles: [role], organizationId: log.organizationId });
  }

  /** A part of the application. */
  find<T>(type: Type<T>): T {
    return this.application.app.get(type);
  }

  /** Does what falls due about a log, once. */
  async perform(log: SealingHouse, kind: string, subjectId = log.organizationId): Promise<void> {
    const work = this.find(AuditWork)
      .kinds()
      .find((one) => one.kind === kind);
    if (work === undefined) throw new Error(`There is no work "${kind}".`);
    await log.open((tx) => work.perform(tx, { subjectId, dueAt: tx.at }));
  }

  trim(log: SealingHouse): Promise<void> {
    return this.perform(log, 'audit.trim-log');
  }

  /** Changes something. */
  send(who: MemberActor, method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object, key = newId()): ReturnType<GuardedApplication['ask']> {
    return this.application.app.inject({
      method,
      url: `/api/organizations/${who.organizationId}/${path}`,
      cookies: { [SESSION_COOKIE]: who.accountId },
      headers: { 'idempotency-key': key },
      ...(payload !== undefined && { payload }),
    });
  }

  ask(who: MemberActor, path: string): ReturnType<GuardedApplication['ask']> {
    return this.application.ask(`/organizations/${who.organizationId}/${path}`, who.accountId);
  }

  async newest(who: MemberActor): Promise<SealedLog> {
    return (await this.ask(who, 'audit-log/checkpoint')).json<SealedLog>();
  }

  takeOut(who: MemberActor, format = 'jsonl'): ReturnType<GuardedApplication['ask']> {
    return this.application.app.inject({
      method: 'POST',
      url: `/api/organizations/${who.organizationId}/audit-log/export`,
      cookies: { [SESSION_COOKIE]: who.accountId },
      payload: { format },
    });
  }

  /** Checks a file by the command that is shipped for it, with nothing but what a customer has. */
  async verify(exported: string, { notes, keys }: { readonly notes: readonly string[]; readonly keys: readonly string[] }): Promise<Said> {
    const place = (name: string) => join(this.folder, name);
    await writeFile(place('log.jsonl'), exported);
    await writeFile(place('keys'), keys.map((key) => `${key}\n`).join(''));
    await Promise.all(notes.map((note, index) => writeFile(place(`checkpoint-${index}`), note)));
    const held = notes.flatMap((_, index) => ['--checkpoint', place(`checkpoint-${index}`)]);
    return new Promise((resolve) =>
      execFile(process.execPath, [VERIFIER, place('log.jsonl'), ...held, '--key', place('keys')], { env: {}, cwd: this.folder }, (error, out, fault) =>
        resolve({ code: error === null ? 0 : Number(error.code), text: out + fault }),
      ),
    );
  }

  async stop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await this.application.app.close();
    await this.logs.stop();
  }
}
