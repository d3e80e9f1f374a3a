import { KeyRing } from '@smartpar/platform/http';
import { roleAccess } from './roles';

const keys = KeyRing.parse(KeyRing.generate());
const owner = 'postgres://owner:secret@db.example.com:5433/privacy?sslmode=require';

describe('how the serving role connects', () => {
  it('is to the same database, with a password that follows from the keys', () => {
    const { appUrl, passwords } = roleAccess(owner, undefined, keys);
    expect(appUrl).toBe(`postgres://smartpar_app:${passwords.app}@db.example.com:5433/privacy?sslmode=require`);
    expect(roleAccess(owner, undefined, keys).passwords).toEqual(passwords);
    expect(roleAccess(owner, undefined, KeyRing.parse(KeyRing.generate())).passwords.app).not.toBe(passwords.app);
    expect(passwords.app).not.toBe(passwords.backup);
  });

  it('is as the operator says, where they say it', () => {
    const appUrl = 'postgres://smartpar_app:p%40ss@pooler.example.com/privacy';
    expect(roleAccess(owner, appUrl, keys)).toMatchObject({ appUrl, passwords: { app: 'p@ss' } });
  });
});
