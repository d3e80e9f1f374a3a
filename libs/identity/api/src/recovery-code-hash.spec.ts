import { readCode } from '@smartpar/identity/model';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-code-hash';

describe('new recovery codes', () => {
  it('are ten that differ, each with the hash it is found by', () => {
    const { codes, hashes } = newRecoveryCodes('account');
    expect(new Set(codes).size).toBe(10);
    const read = codes.map(readCode).map((code) => (code?.kind === 'recovery-code' ? recoveryCodeHash('account', code.letters) : null));
    expect(read).toEqual(hashes);
  });

  it('hash differently for another account', () => {
    expect(recoveryCodeHash('account', 'ABC')).not.toEqual(recoveryCodeHash('another', 'ABC'));
  });
});
