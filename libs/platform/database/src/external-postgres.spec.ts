import { externalPostgres, refuseOld } from './external-postgres';
import { roleUrl } from './role-url';
import { StartError } from './start-error';

it.each(['', 'localhost', 'mysql://user@host/db', 'https://example.com'])('refuses %j as an address, without asking anybody', async (url) => {
  await expect(externalPostgres(url)).rejects.toThrow(
    new StartError('DATABASE_URL is not the address of a PostgreSQL: write it as postgres://user:password@host:5432/database.'),
  );
});

it('takes version 15 and later', () => {
  expect(() => refuseOld('150000', 'db:5432/smartpar')).not.toThrow();
  expect(() => refuseOld('180004', 'db:5432/smartpar')).not.toThrow();
  expect(() => refuseOld('140012', 'db:5432/smartpar')).toThrow(
    'The database at db:5432/smartpar is PostgreSQL 14: SmartPAR needs 15 or later, so upgrade it or name another in DATABASE_URL.',
  );
});

it('names the same database for another role, whatever is in the password', () => {
  const url = new URL(roleUrl('postgres://owner:old@db.example.com:6432/smartpar?sslmode=require', 'smartpar_app', 'p@ss/word:%'));
  expect([url.username, decodeURIComponent(url.password), url.host, url.pathname, url.search]).toEqual([
    'smartpar_app',
    'p@ss/word:%',
    'db.example.com:6432',
    '/smartpar',
    '?sslmode=require',
  ]);
});
