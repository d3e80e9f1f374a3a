import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from './self-signed';
import { readCertificate } from '../../src/start/certificate';

describe('the certificate', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'certificate-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is none where none is named', () => {
    expect(readCertificate({})).toBeUndefined();
  });

  it('is read with its key', () => {
    const { cert, key, ca } = selfSigned(folder);
    expect(readCertificate({ TLS_CERT: cert, TLS_KEY: key })?.cert.toString()).toBe(ca);
  });

  it('that is not there is named in one sentence', () => {
    expect(() => readCertificate({ TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') })).toThrow(
      /^TLS_CERT names .*cert\.pem, which cannot be read: correct the path/,
    );
  });

  it('that is none, or has another key, is refused in one sentence that holds nothing of it', () => {
    const { cert, key } = selfSigned(folder);
    writeFileSync(join(folder, 'text.pem'), 'a secret');
    const { key: otherKey } = selfSigned(mkdtempSync(join(folder, 'other-')));
    for (const [TLS_CERT, TLS_KEY] of [
      [join(folder, 'text.pem'), key],
      [cert, join(folder, 'text.pem')],
      [cert, otherKey],
    ] as const) {
      expect(() => readCertificate({ TLS_CERT, TLS_KEY })).toThrow(/^TLS_CERT and TLS_KEY name .*: name two files that belong together\.$/);
      expect(() => readCertificate({ TLS_CERT, TLS_KEY })).toThrow(/^(?!.*a secret)/);
    }
  });
});
