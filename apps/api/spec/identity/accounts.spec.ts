import { AccountMembershipsRepository, IdentityPeriodic } from '@smartpar/identity/api';
import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { IdentityApplication, PASSWORD } from './identity-application';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
afterAll(() => application.stop());

const membershipOf = (organizationName: string) =>
  ({ organizationId: newId(), memberId: newId(), organizationName, kind: 'tenant', status: 'active' }) as const;

describe('an account', () => {
  it('is one per address, however it is spelled', async () => {
    const { accountId, email } = await application.anAccount();
    await expect(application.anAccount({ email: email.toUpperCase() })).rejects.toMatchObject({ code: 'account.address_taken', status: 409 });
    await expect(application.accounts.idOfAddress(` ${email.toUpperCase()}`)).resolves.toBe(accountId);
    await expect(application.accounts.findOrCreate({ email, name: null, locale: 'en' })).resolves.toEqual({ accountId, created: false });
  });

  it('is made once, of several at the same moment', async () => {
    const email = `race-${newId()}@nordwind.example`;
    const made = await Promise.all(Array.from({ length: 5 }, () => application.accounts.findOrCreate({ email, name: null, locale: 'en' })));
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(made.map(({ accountId }) => accountId)).size).toBe(1);
  });

  it('leaves no trace of the ones that came second', async () => {
    const { email } = await application.anAccount();
    await application.accounts.findOrCreate({ email, name: null, locale: 'en' });
    const { rows } = await application.owner.query('select 1 from account_addresses where address_folded = $1', [email]);
    expect(rows).toHaveLength(1);
  });

  it('may get a password from an operator, which ends its sessions', async () => {
    const { accountId, email } = await application.anAccount();
    const browser = await application.signedIn(email);
    await application.accounts.setPassword(accountId, 'demo');
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await application.browser().signIn(email, 'demo')).status).toBe(200);
  });
});

const shown = ({ organizationId, memberId, organizationName, kind }: ReturnType<typeof membershipOf>) => ({
  organizationId,
  memberId,
  organizationName,
  kind,
  mayEnter: true,
  factorFrom: null,
  roles: [],
});

describe('where an account is a member', () => {
  it('is listed by name, and follows what the organizations say', async () => {
    const { accountId, email } = await application.anAccount();
    const [beta, alpha] = [membershipOf('Beta GmbH'), membershipOf('Alpha AG')];
    for (const membership of [beta, alpha]) {
      application.actors.roles.set(membership.organizationId, []);
      await application.accounts.linkMembership(accountId, membership);
    }
    const renamed = { ...beta, organizationName: 'Aaron GmbH' };
    await application.accounts.linkMembership(accountId, renamed);
    const browser = await application.signedIn(email);
    expect((await browser.get('/api/session')).body.memberships).toEqual([shown(renamed), shown(alpha)]);
  });

  it('is left out as long as one may not act there', async () => {
    const { accountId, email } = await application.anAccount();
    await application.accounts.linkMembership(accountId, { ...membershipOf('Suspending AG'), status: 'suspended' });
    expect((await (await application.signedIn(email)).get('/api/session')).body.memberships).toEqual([]);
  });

  it('can be kept from within a tenant\u2019s transaction, and commits with it', async () => {
    const { accountId, email } = await application.anAccount();
    const memberships = application.app.get(AccountMembershipsRepository);
    const [kept, undone] = [membershipOf('Kept AG'), membershipOf('Undone AG')];
    for (const { organizationId } of [kept, undone]) application.actors.roles.set(organizationId, []);
    const actor = systemActor(kept.organizationId, 'spec');
    await application.database.tenant(actor, (tx) => memberships.keep(tx, accountId, kept));
    const failing = application.database.tenant(actor, async (tx) => {
      await memberships.keep(tx, accountId, undone);
      throw new Error('undo');
    });
    await expect(failing).rejects.toThrow('undo');
    expect((await (await application.signedIn(email)).get('/api/session')).body.memberships).toEqual([shown(kept)]);
    await application.database.tenant(actor, (tx) => memberships.remove(tx, accountId, kept.organizationId));
    expect((await (await application.signedIn(email)).get('/api/session')).body.memberships).toEqual([]);
  });

  it('lets a tenant\u2019s transaction see nothing of an account before and after', async () => {
    const { accountId } = await application.anAccount();
    const memberships = application.app.get(AccountMembershipsRepository);
    const membership = membershipOf('Curious AG');
    await application.database.tenant(systemActor(membership.organizationId, 'spec'), async (tx) => {
      await memberships.keep(tx, accountId, membership);
      for (const table of ['accounts', 'credentials', 'sessions', 'account_memberships']) expect(await tx.query(`select from ${table}`)).toEqual([]);
    });
  });
});

describe('an invitation', () => {
  it('is accepted by signing in, and only that one', async () => {
    const { accountId, email } = await application.anAccount();
    const [invited, active] = [{ ...membershipOf('Inviting AG'), status: 'invited' } as const, membershipOf('Known AG')];
    for (const membership of [invited, active]) await application.accounts.linkMembership(accountId, membership);
    await application.browser().signIn(email, 'wrong password it is');
    expect(application.invitations.accepted).toEqual([]);
    await application.signedIn(email);
    expect(application.invitations.accepted).toEqual([{ accountId, membership: invited }]);
  });
});

describe('counts of failed attempts', () => {
  it('are removed once they have run out', async () => {
    const counted = async () => (await application.owner.query('select from sign_in_throttle')).rowCount;
    await application.browser().signIn('nobody@nordwind.example', 'wrong');
    const [forget] = application.app.get(IdentityPeriodic).jobs();
    await forget!.run();
    expect(await counted()).toBeGreaterThan(0);
    application.time.advance({ hours: 24, seconds: 1 });
    await forget!.run();
    expect(await counted()).toBe(0);
  });
});

describe('the wall around accounts', () => {
  const TABLES = ['accounts', 'credentials', 'sessions', 'password_resets', 'account_memberships'];

  it('shows an account its own rows and nobody else\u2019s', async () => {
    const [mine, theirs] = [await application.anAccount(), await application.anAccount()];
    for (const { accountId, email } of [mine, theirs]) {
      await application.signedIn(email);
      await application.accounts.linkMembership(accountId, membershipOf('Nordwind'));
      await application.accounts.issuePasswordLink(accountId, 'reset');
    }
    for (const table of TABLES) {
      const rows = await application.database.account(mine.accountId, (tx) => tx.query<{ account_id: string }>(`select account_id from ${table}`));
      expect(rows).toEqual([{ account_id: mine.accountId }]);
    }
  });

  it('shows nothing to whoever names no account', async () => {
    await application.anAccount();
    for (const table of TABLES) expect(await application.database.global((tx) => tx.query(`select from ${table}`))).toEqual([]);
  });

  it('lets nobody write for another account', async () => {
    const [mine, theirs] = [await application.anAccount(), await application.anAccount()];
    const change = application.database.account(mine.accountId, (tx) =>
      tx.query('update accounts set locale = $2 where account_id = $1 returning account_id', [theirs.accountId, 'de']),
    );
    await expect(change).resolves.toEqual([]);
    const plant = application.database.account(mine.accountId, (tx) =>
      tx.query('insert into credentials (account_id, password_hash, changed_at) values ($1, $2, $3)', [newId(), 'x', tx.at]),
    );
    await expect(plant).rejects.toThrow(/row-level security/);
  });

  it('keeps the list of addresses from the serving role, but for one question at a time', async () => {
    for (const sql of [
      'select * from account_addresses',
      `insert into account_addresses values ('x', '${newId()}')`,
      'delete from account_addresses',
      `update accounts set created_at = now()`,
    ]) {
      await expect(application.database.global((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    }
  });
});

describe('passwords', () => {
  it('never rest anywhere as typed', async () => {
    const { email } = await application.anAccount();
    await application.browser().signIn(email, PASSWORD);
    for (const table of ['mail_outbox', 'sign_in_throttle', 'account_addresses']) {
      const { rows } = await application.owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
      expect(rows.map(({ row }) => row).join()).not.toContain(PASSWORD);
    }
  });
});
