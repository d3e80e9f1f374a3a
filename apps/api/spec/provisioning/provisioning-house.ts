import { AccessModule, ProgramSource } from '@smartpar/access/api';
import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { CallLog, KeepSystemTokens, MemberAdministrationModule, Programs, ProvisioningModule, scimProtocol } from '@smartpar/members/api';
import { membersAccess, type ScimValue, type TokenScope } from '@smartpar/members/model';
import { Invited } from '../members/members-house';
import { House } from '../organizations/house';

/** Organizations, members, and their directories. */
export const provisioningHouse = (): Promise<House> =>
  House.start({
    modules: [AccessModule, Invited, MemberAdministrationModule, ProvisioningModule],
    wires: [{ provide: ProgramSource, useExisting: Programs }],
    rules: membersAccess,
    protocols: [scimProtocol],
  });

/** What was answered in the protocol. */
export interface ScimAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** its shape is what each spec asserts */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** What is sent beside the message. */
export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** A directory of an organization, with a token. */
export class Directory {
  constructor(
    readonly house: House,
    readonly organizationId: string,
    readonly token: string,
  ) {}

  get(path: string, sent: Sent = {}): Promise<ScimAnswer> {
    return this.send('GET', path, undefined, sent);
  }

  post(path: string, body: unknown, sent: Sent = {}): Promise<ScimAnswer> {
    return this.send('POST', path, body, sent);
  }

  put(path: string, body: unknown, sent: Sent = {}): Promise<ScimAnswer> {
    return this.send('PUT', path, body, sent);
  }

  /** Changes by operations. */
  patch(path: string, operations: readonly object[], sent: Sent = {}): Promise<ScimAnswer> {
    return this.send('PATCH', path, { schemas: [PATCH_OP], Operations: operations }, sent);
  }

  delete(path: string, sent: Sent = {}): Promise<ScimAnswer> {
    return this.send('DELETE', path, undefined, sent);
  }

  /** Asks for a list by a filter. */
  find(kind: 'Users' | 'Groups', filter: string, query: Readonly<Record<string, string>> = {}): Promise<ScimAnswer> {
    return this.get(`/${kind}`, { query: { ...query, filter } });
  }

  /** A user who was made. */
  async user(more: ScimValue = {}): Promise<ScimAnswer['body']> {
    const made = await this.post('/Users', userOf(more));
    if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
    return made.body;
  }

  /** A group that was made. */
  async group(displayName: string, members: readonly string[] = []): Promise<ScimAnswer['body']> {
    const made = await this.post('/Groups', { schemas: [GROUP], displayName, members: members.map((value) => ({ value })) });
    if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
    return made.body;
  }

  /** Sends anything at all. */
  async send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown, { headers, query }: Sent = {}): Promise<ScimAnswer> {
    const answer = await this.house.app.inject({
      method,
      url: `/scim/v2${path}`,
      ...(query !== undefined && { query }),
      headers: { authorization: `Bearer ${this.token}`, ...(body !== undefined && { 'content-type': 'application/scim+json' }), ...headers },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
  }

  /** What was kept of its calls, oldest first. */
  async calls(): Promise<
    { method: string; path: string; status: number; fault: string | null; changed: string[]; not_kept: string[]; filter: string | null }[]
  > {
    await this.house.get(CallLog).flush();
    return this.house.rows(
      this.organizationId,
      'select method, path, status, fault, changed, not_kept, filter from provisioning_calls where organization_id = $1 order by id',
      [this.organizationId],
    );
  }
}

let made = 0;

/** A user nobody has made before. */
export function userOf(more: ScimValue = {}): ScimValue {
  made += 1;
  const userName = `reed.${made}@directory.example`;
  return {
    schemas: [USER],
    userName,
    name: { givenName: 'Reed', familyName: `Marsh ${made}` },
    emails: [{ value: userName, type: 'work', primary: true }],
    ...more,
  };
}

/** The directory of an organization. */
export async function directoryOf(house: House, organizationId: string, scope: TokenScope = 'scim'): Promise<Directory> {
  const { text } = await house.get(KeepSystemTokens).issue(systemActor(organizationId, 'spec'), { name: 'Entra', scope, days: 90 }, newId());
  return new Directory(house, organizationId, text);
}
