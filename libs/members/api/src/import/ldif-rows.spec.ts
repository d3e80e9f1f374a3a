import * as fc from 'fast-check';
import { isLdif, LdifRows, readLdifBeginning } from './ldif-rows';

describe('a file of a directory', () => {
  it.each([
    ['version: 1\n\ndn: uid=ana\n', true],
    ['dn: uid=ana\nmail: a\n', true],
    ['DN:: dWlkPWFuYQ==\r\n', true],
    ['# extended LDIF\n#\n# LDAPv3\n#  going on\n over here\n\nversion: 1\n', true],
    ['\n\ndn:uid=ana\n', true],
    ['DN,objectClass,mail\n"CN=Ana",user,ana@larkspur.example\n', false],
    ['dn;mail\nuid=ana;a\n', false],
    ['# people\ne-mail,name\n', false],
    ['version,mail\n', false],
    ['', false],
  ])('is told by how it begins: %j', (text, expected) => expect(isLdif(text)).toBe(expected));

  it('has its attributes for columns, those further on too, and neither secrets nor pictures', () => {
    const text =
      'dn: uid=ana\ncn: Ana\nsn: Silva\nuserPassword:: e1NTSEF9\nunicodePwd: x\nthumbnailPhoto:: AAEC\nobjectGUID:: AAEC\nMail: a@larkspur.example\n';
    const { headings, rows } = readLdifBeginning(text, true);
    expect(headings).toEqual([
      ...['dn', 'cn', 'sn', 'Mail', 'telephoneNumber', 'physicalDeliveryOfficeName', 'preferredLanguage', 'objectClass', 'userAccountControl'],
    ]);
    expect(rows[0]?.cells).toEqual(['uid=ana', 'Ana', 'Silva', 'a@larkspur.example', '', '', '', '', '']);
  });

  it('shows what there is of its first entry, however long that is', () => {
    const text = `dn: uid=ana\nmail: a@larkspur.example\njpegPhoto:: ${'QUJD'.repeat(10_000)}`;
    expect(readLdifBeginning(text, false)).toMatchObject({ problem: null, rows: [{ line: 1 }] });
  });

  it('has no more columns than a file may have', () => {
    const text = `dn: uid=ana\nmail: a\n${Array.from({ length: 400 }, (_, n) => `x-${n}: y\n`).join('')}`;
    expect(readLdifBeginning(text, true).headings).toHaveLength(200);
  });
});

const NAMES = ['mail', 'cn', 'sn', 'givenName', 'description'] as const;

const word = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed() && !text.startsWith('\ufeff'));

const entry = fc.record(Object.fromEntries(NAMES.map((name) => [name, word])));

/** Writes a value as it may be written: folded anywhere, as bytes where it must be. */
function line(name: string, value: string, fold: number, end: string): string {
  const safe = /^\p{ASCII}*$/u.test(value) && !/[\0\n\r]/.test(value) && !/^[ :<]/.test(value);
  const whole = safe ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`;
  const parts = [whole.slice(0, fold), ...(whole.slice(fold).match(new RegExp(`[^]{1,${fold}}`, 'g')) ?? [])];
  return parts.join(`${end} `) + end;
}

it('entries of any values that are written, folded and cut anywhere are read as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom('\n', '\r\n'),
      async (entries, fold, piece, end) => {
        const text = entries
          .map((one, n) => `# entry ${n}${end}dn: uid=${n}${end}${NAMES.map((name) => line(name, one[name] ?? '', fold, end)).join('')}${end}`)
          .join(end);
        const rows = new LdifRows(NAMES);
        const found = [];
        for (let at = 0; at < text.length; at += piece) found.push(...(await rows.push(text.slice(at, at + piece))));
        found.push(...(await rows.end()));
        expect(found.map(({ cells }) => cells)).toEqual(entries.map((one) => NAMES.map((name) => one[name] ?? '')));
      },
    ),
  );
});
