import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newDemoPasswords, readDemoPasswords, writeDemoPasswords } from './demo-passwords';

describe('demo passwords', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-passwords-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made for each address, anew each time', () => {
    const [one, other] = [newDemoPasswords(['a@x.example', 'b@x.example']), newDemoPasswords(['a@x.example'])];
    expect(one.byEmail['a@x.example']).toMatch(/^([a-z]+-){4}\d{3}$/);
    expect(new Set([one.byEmail['a@x.example'], one.byEmail['b@x.example'], other.byEmail['a@x.example']]).size).toBe(3);
  });

  it('are kept where nobody else can read them', () => {
    expect(readDemoPasswords(folder)).toBeNull();
    const passwords = newDemoPasswords(['a@x.example']);
    writeDemoPasswords(folder, passwords);
    expect(readDemoPasswords(folder)).toEqual(passwords);
    expect(statSync(join(folder, 'demo-sign-ins.json')).mode & 0o077).toBe(0);
  });
});
