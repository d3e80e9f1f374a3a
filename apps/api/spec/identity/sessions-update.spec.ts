import { identityMigrations } from '@smartpar/identity/api';
import type { QueryRunner } from 'typeorm';
import { IdentityApplication } from './identity-application';

let application: IdentityApplication;
beforeAll(async () => {
  application = await IdentityApplication.start();
});
afterAll(() => application.stop());

it('sessions there are outlive the update that begins to know when the password was typed, and count from when they began', async () => {
  const { email } = await application.anAccount();
  const browser = await application.signedIn(email);
  const { owner } = application;
  const update = new (identityMigrations.find(({ name }) => name.startsWith('EndEntry'))!)();
  // as: of a runner a migration only asks what it takes to send a statement
  const runner = { query: (text: string) => owner.query(text) } as unknown as QueryRunner;
  await update.down(runner);
  await update.up(runner);
  expect((await browser.get('/api/session')).body).toMatchObject({ account: { email } });
  const { rows } = await owner.query(`select relforcerowsecurity as walled from pg_class where relname = 'sessions'`);
  expect(rows).toEqual([{ walled: true }]);
  await owner.query('begin');
  await owner.query('alter table sessions no force row level security');
  const { rows: sessions } = await owner.query('select proved_at = created_at as "sinceBegun" from sessions');
  await owner.query('rollback');
  expect(sessions).toEqual([{ sinceBegun: true }]);
});
