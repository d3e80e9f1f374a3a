import { LdifEntries, type LdifEntry } from './ldif-entries';
import { MOST_KEPT } from './ldif-value';

/** Reads a text as it comes, in pieces of some length. */
function read(text: string, piece = 100_000, wanted: ReadonlySet<string> | null = null): readonly LdifEntry[] {
  const entries = new LdifEntries(wanted);
  const found: LdifEntry[] = [];
  for (let at = 0; at < text.length; at += piece) {
    entries.push(text.slice(at, at + piece));
    found.push(...entries.take());
  }
  entries.end();
  return [...found, ...entries.take()];
}

const values = ({ attributes }: LdifEntry): object => Object.fromEntries([...attributes.values()].map(({ name, value }) => [name, value]));

const ANA = 'dn: uid=ana,dc=larkspur\n';
const only = (lines: string): object => values(read(`${ANA}${lines}\n`)[0] ?? { line: 0, attributes: new Map(), change: false });

describe('entries of a directory', () => {
  const text = `version: 1

# people of Larkspur
#  who work in Berlin
dn: uid=ana,ou=people,
 dc=larkspur,dc=example
objectClass: top
objectClass: person
cn:: w4R1IE3DvGxs
 ZXI=
mail:ana@larkspur.example
mail: ana.silva@larkspur.example
description:

# the next one

dn:: dWlkPWJvLGRjPWxhcmtzcHVy
changetype: add
sn: Bo
`;

  it('are read with folded lines put together, bytes made letters, comments passed over, and the first of several values', () => {
    const [ana, bo] = read(text);
    expect([ana?.line, bo?.line]).toEqual([5, 17]);
    expect(ana && values(ana)).toEqual({
      dn: 'uid=ana,ou=people,dc=larkspur,dc=example',
      objectClass: 'top;person',
      cn: 'Äu Müller',
      mail: 'ana@larkspur.example',
      description: '',
    });
    expect(ana?.attributes.get('mail')?.more).toBe(true);
    expect(ana?.attributes.get('cn')?.more).toBe(false);
    expect(bo && values(bo)).toEqual({ dn: 'uid=bo,dc=larkspur', sn: 'Bo' });
    expect([ana?.change, bo?.change]).toEqual([false, false]);
  });

  it.each([1, 2, 3, 7, 64])('are the same wherever the file is cut (%i), with one sign at the end of lines or two', (piece) => {
    expect(read(text, piece)).toEqual(read(text));
    expect(read(text.replaceAll('\n', '\r\n'), piece)).toEqual(read(text));
  });

  it('have a value without options before one with, and none of bytes', () => {
    expect(only('sn;lang-en: Mueller\nsn: Müller\nuserCertificate;binary:: AAEC')).toEqual({ dn: 'uid=ana,dc=larkspur', sn: 'Müller' });
    expect(only('sn;lang-de: Müller\nSN;lang-en: Mueller')).toMatchObject({ sn: 'Müller' });
  });

  it.each([
    ['letters of no encoding', 'sn:: TfxsbGVy', 'M\ufffdller'],
    ['letters that are no bytes', 'sn:: M*ller', '\ufffd'],
    ['a value that begins with spaces', 'sn:   Silva', 'Silva'],
    ['a value with colons', 'sn: a:b::c', 'a:b::c'],
    ['bytes with spaces before them', 'sn::   U2lsdmE=  ', 'Silva'],
  ])('have %s read as far as they can be', (_, line, sn) => expect(only(line)).toMatchObject({ sn }));

  it.each(['modify', 'delete', 'modrdn', 'moddn', 'Modify'])('that ask for %s are told from those that are there', (kind) => {
    const [change, after] = read(`${ANA}changetype: ${kind}\nreplace: sn\nsn: Silva\n-\nadd: mail\nmail: a\n-\n\ndn: b\nsn: Bo\n`);
    expect([change?.change, after?.change]).toEqual([true, false]);
  });

  it('whose value is elsewhere say so and have none', () => {
    const [ana] = read(`${ANA}sn:< file:///etc/passwd\n`);
    expect(ana?.attributes.get('sn')).toMatchObject({ value: '', elsewhere: true });
  });

  it('stand between what a search says of itself', () => {
    expect(read(`# extended LDIF\n\n${ANA}sn: Silva\n\n# search result\nsearch: 2\nresult: 0 Success\n\nref: ldap://elsewhere\n`)).toHaveLength(1);
  });

  it.each([
    ['a line without a colon', `${ANA}sn Silva\n`, 'ldif_line', 2],
    ['a name with forbidden signs', `${ANA}s_n: Silva\n`, 'ldif_line', 2],
    ['a line that goes on with nothing', `version: 1\n\n ou=people\n`, 'ldif_line', 3],
    ['an entry without its name', `${ANA}\n\nsn: Silva\n`, 'ldif_entry', 4],
    ['an entry with two names', `${ANA}sn: Silva\ndn: b\n`, 'ldif_entry', 3],
    ['another version', `version: 2\n${ANA}`, 'ldif_version', 1],
    ['the sign between changes where nothing is changed', `${ANA}-\n`, 'ldif_line', 2],
  ])('with %s are given up, naming the line', (_, text_, code, line) => {
    expect(() => read(text_)).toThrow(expect.objectContaining({ code, line }));
    expect(() => read(text_, 1)).toThrow(expect.objectContaining({ code, line }));
  });

  it('hold no more of a value than could be used, of as many values as there are one, and nothing of what is not wanted', () => {
    const members = 'member: uid=somebody,dc=larkspur\n'.repeat(20_000);
    const photo = `jpegPhoto:: ${'QUJD'.repeat(500_000)}\n`;
    const [ana] = read(`${ANA}${members}${photo}sn: Silva\n`, 32_768, new Set(['dn', 'sn', 'member', 'jpegphoto']));
    expect(ana?.attributes.get('member')).toMatchObject({ value: 'uid=somebody,dc=larkspur', more: true });
    expect(ana?.attributes.get('jpegphoto')?.value.length).toBeLessThan(MOST_KEPT);
    expect(read(`${ANA}${photo}sn: Silva\n`, 32_768, new Set(['sn']))[0]?.attributes.size).toBe(1);
  });
});
