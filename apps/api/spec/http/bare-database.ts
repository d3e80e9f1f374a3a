import type { MemberActor, Role } from '@smartpar/access/model';
import { FakeTime, newId } from '@smartpar/kernel';
import { Database } from '@smartpar/platform/database';
import { freshDatabase, type FreshDatabase } from '@smartpar/platform/testing';
import pg from 'pg';

/** A database with an installation in it and nothing else. */
export class BareDatabase {
  private constructor(
    private readonly fresh: FreshDatabase,
    /** looks behind the walls */
    readonly owner: pg.Client,
    /** what the server sees */
    readonly database: Database,
    readonly time: FakeTime,
    readonly workforceId: string,
  ) {}

  static async start(): Promise<BareDatabase> {
    const fresh = await freshDatabase();
    const owner = new pg.Client({ connectionString: fresh.ownerUrl });
    await owner.connect();
    const workforceId = newId();
    await owner.query(`insert into installation (workforce_organization_id, direct_users_organization_id, mode) values ($1, $2, 'hosted')`, [
      workforceId,
      newId(),
    ]);
    const time = new FakeTime('2026-03-02T09:00:00Z');
    return new BareDatabase(fresh, owner, await Database.open({ url: fresh.appUrl, time, entities: [] }), time, workforceId);
  }

  /** Rows as the owner sees them, without the walls of tenants: for counting what was really kept. */
  async rows<R extends pg.QueryResultRow>(organizationId: string, text: string): Promise<R[]> {
    await this.owner.query(`select set_config('app.organization_id', $1, false)`, [organizationId]);
    return (await this.owner.query<R>(text)).rows;
  }

  async stop(): Promise<void> {
    await this.database.close();
    await this.owner.end();
    await this.fresh.drop();
  }
}

/** A member of an organization. */
export const someMember = (organizationId: string, roles: readonly Role[] = ['owner']): MemberActor => ({
  kind: 'member',
  accountId: newId(),
  organizationId,
  memberId: newId(),
  roles,
  grants: [], oversight: false,
});
