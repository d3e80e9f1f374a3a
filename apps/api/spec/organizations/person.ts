import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SESSION_COOKIE } from '@smartpar/access/api';
import type { MemberActor, Role } from '@smartpar/access/model';

/** What the server answered. */
export interface Answer {
  readonly status: number;
  /** its shape is what each spec asserts */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Who somebody is. */
export interface Identity {
  readonly organizationId: string;
  readonly accountId: string;
  readonly memberId: string;
  readonly number: number;
  readonly email: string;
}

/** Something somebody does over HTTP. */
export interface Act {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** below the organization: `/sites` */
  readonly path: string;
  readonly body?: object;
  /** made up where not given */
  readonly key?: string;
}

/** Somebody who signs in, at their own organization unless told otherwise. */
export class Person {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly is: Identity,
    private readonly freshness = '',
  ) {}

  /** The same person, whose last proof of identity is long ago. */
  get stale(): Person {
    return new Person(this.app, this.is, '.stale');
  }

  /** The same person, knocking at another organization. */
  at(organizationId: string): Person {
    return new Person(this.app, { ...this.is, organizationId }, this.freshness);
  }

  /** The same person, asking another server on the same database. */
  on(app: NestFastifyApplication): Person {
    return new Person(app, this.is, this.freshness);
  }

  /** As whom use cases see this person. */
  actor(...roles: readonly Role[]): MemberActor {
    const { accountId, organizationId, memberId } = this.is;
    return { kind: 'member', accountId, organizationId, memberId, roles, grants: [], oversight: false };
  }

  get(path: string): Promise<Answer> {
    return this.does({ method: 'GET', path });
  }

  post(path: string, body?: object, key?: string): Promise<Answer> {
    return this.does({ method: 'POST', path, body, key });
  }

  put(path: string, body: object, key?: string): Promise<Answer> {
    return this.does({ method: 'PUT', path, body, key });
  }

  patch(path: string, body: object, key?: string): Promise<Answer> {
    return this.does({ method: 'PATCH', path, body, key });
  }

  delete(path: string, key?: string): Promise<Answer> {
    return this.does({ method: 'DELETE', path, key });
  }

  does(act: Act): Promise<Answer> {
    return send(this.app, this.is.organizationId, act, `${SESSION_COOKIE}=${this.is.accountId}${this.freshness}`);
  }
}

/** Does something without a session, or with whatever cookie is given. */
export async function send(app: NestFastifyApplication, organizationId: string, { method, path, body, key }: Act, cookie?: string): Promise<Answer> {
  const answer = await app.inject({
    method,
    url: `/api/organizations/${organizationId}${path}`,
    headers: { ...(cookie !== undefined && { cookie }), ...(method !== 'GET' && { 'idempotency-key': key ?? randomUUID() }) },
    ...(body !== undefined && { payload: body }),
  });
  return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
}
