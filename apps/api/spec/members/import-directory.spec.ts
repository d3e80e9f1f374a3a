import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { applied, bring, faultsOf, READING, work } from './imports-house';
import { membersHouse } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization({ name: 'Larkspur' });
  owner = await house.person(larkspur, 'owner');
  const { body } = await owner.post('/legal-entities', { name: 'Larkspur', country: 'DE', registrationNumber: null, postalAddress: 'Lindenweg 1' });
  await owner.post('/sites', { name: 'Werk Köln', legalEntityId: body.id, country: 'DE', postalAddress: 'Lindenweg 1' });
});

afterAll(() => house.stop());

const preview = async (id: string): Promise<Answer['body']> => (await owner.get(`/member-imports/${id}/preview`)).body;

/** Has a file checked as it is suggested to be read, with nothing said by hand. */
async function checkedAsSuggested(file: string | Buffer): Promise<{ readonly found: Answer['body']; readonly shown: Answer['body'] }> {
  const { status, body } = await bring(house, owner, file);
  expect(status).toBe(201);
  const shown = await preview(body.id);
  const columns = shown.columns.map(({ field }: { field: string | null }) => field);
  const { encoding, delimiter } = shown;
  expect((await owner.post(`/member-imports/${body.id}/check`, { ...READING, encoding, delimiter, columns })).status).toBe(200);
  await work(house);
  return { found: (await owner.get(`/member-imports/${body.id}`)).body, shown };
}

/** What is kept of those who came, by address. */
const newcomers = (): Promise<readonly object[]> =>
  house.rows(
    larkspur,
    `select m.email, m.first_name, m.last_name, m.phone, m.locale, (select s.name from sites s where s.organization_id = $1 and s.id = m.site_id) as site
     from members m where m.organization_id = $1 and m.status = 'invited' order by m.email`,
    [larkspur],
  );

const ANA = {
  ...{ email: 'ana.silva@larkspur.example', first_name: 'Ana', last_name: 'Silva', phone: '+49 221 1234567', locale: 'de', site: 'Werk Köln' },
};
const BO = { email: 'bo@larkspur.example', first_name: 'Bo', last_name: 'Müller', phone: null, locale: 'en', site: null };

const LDIF = `version: 1
# exported from dc=larkspur

dn: CN=Ana Silva,OU=People,DC=larkspur,DC=example
changetype: add
objectClass: top
objectClass: person
objectClass: organizationalPerson
objectClass: user
cn: Ana Silva
sn: Silva
givenName: Ana
telephoneNumber: +49 221 1234567
telephoneNumber: +49 221 7654321
physicalDeliveryOfficeName:: V2VyayBLw7Zsbg==
userAccountControl: 512
manager: CN=Bo Mueller,OU=People,DC=lark
 spur,DC=example
mail: ana.silva@larkspur.example
preferredLanguage: de
unicodePwd:: IgBTAGUAYwByAGUAdAAiAA==

dn:: Q049Qm8gTcO8bGxlcixPVT1QZW9wbGU=
objectClass: inetOrgPerson
sn;lang-en: Mueller
sn:: TcO8bGxlcg==
givenName: Bo
mail: bo@larkspur.example
mail: bo.mueller@larkspur.example
description: the other one

dn: CN=Cy Left,OU=People,DC=larkspur,DC=example
objectClass: user
sn: Left
givenName: Cy
mail: cy@larkspur.example
userAccountControl: 514

dn: CN=Printers,OU=Groups,DC=larkspur,DC=example
objectClass: top
objectClass: group
cn: Printers

dn: CN=Di Gone,OU=People,DC=larkspur,DC=example
changetype: modify
replace: mail
mail: di@larkspur.example
-

dn: uid=ed,ou=people,dc=larkspur,dc=example
objectClass: inetOrgPerson
sn: Ed
mail:< file:///srv/mail/ed.txt
`;

const LDIF_FAULTS = ['32:accountState:account_off', '39:entryKind:not_a_person', '44::change_record', '50:email:value_elsewhere'];

describe('what a directory exports as LDIF', () => {
  it.each([
    ['as it is', Buffer.from(LDIF)],
    ['with line ends of two signs', Buffer.from(LDIF.replaceAll('\n', '\r\n'))],
    ['with two bytes for each letter', Buffer.from(`\ufeff${LDIF}`, 'utf16le')],
  ])('%s is imported with nothing said by hand; who is not taken is told, with the line of the entry', async (_, file) => {
    const { found, shown } = await checkedAsSuggested(file);
    expect(shown).toMatchObject({ format: 'ldif', problem: null });
    expect(shown.columns.find(({ heading }: { heading: string }) => heading === 'manager')).toEqual({ heading: 'manager', field: null, kept: false });
    expect(JSON.stringify(shown)).not.toMatch(/unicodePwd|S.e.c.r.e.t/);
    expect(found).toMatchObject({ state: 'checked', furtherValues: 2, counts: { lines: 6, new: 2, faulty: 4 } });
    expect(await faultsOf(owner, found.id)).toEqual(LDIF_FAULTS);
    const faults = (await owner.get(`/member-imports/${found.id}/faults`)).body.items;
    expect(new Set(faults.map(({ column }: { column: number | null }) => column))).toEqual(new Set([null]));
    await applied(house, owner, found);
    expect(await newcomers()).toEqual([ANA, BO]);
  });

  it('brought again changes nobody who can be seen to be the same', async () => {
    await applied(house, owner, (await checkedAsSuggested(LDIF)).found);
    expect((await checkedAsSuggested(LDIF)).found.counts).toMatchObject({ lines: 6, new: 0, changed: 0, existing: 1, unchanged: 1, faulty: 4 });
  });

  it('with more lines than a table may have, and pictures longer than a line may be, is read to its end in steps', async () => {
    const entry = (n: number): string =>
      `dn: uid=p${n}\nobjectClass: person\nsn: P${n}\ngivenName: Pia\nmail: p${n}@larkspur.example\n${'description: x\n'.repeat(n % 3 === 0 ? 1000 : 0)}\n`;
    const photo = `dn: uid=photo\nobjectClass: person\nsn: Photo\nmail: photo@larkspur.example\njpegPhoto:: ${'QUJD'.repeat(100_000)}\n\n`;
    const { found } = await checkedAsSuggested(photo + Array.from({ length: 2500 }, (_, n) => entry(n)).join(''));
    expect(found).toMatchObject({ state: 'checked', counts: { lines: 2501, new: 2501, faulty: 0 } });
  });

  it.each([
    ['a line that is none', `${LDIF}\ndn: uid=fay\nmail fay\n`, 'ldif_line', 56],
    ['an entry without its name', `${LDIF}\nmail: fay@larkspur.example\n`, 'ldif_entry', 55],
    ['an entry that goes on as another', `${LDIF}dn: uid=fay\n`, 'ldif_entry', 54],
  ] as const)('with %s is named with its line, and another file can take its place', async (_, file, code, line) => {
    const { found } = await checkedAsSuggested(file);
    expect(found).toMatchObject({ state: 'received', problem: { code, line }, counts: null, may: { check: true, cancel: true } });
    expect(await house.rows(larkspur, 'select line from member_import_faults where organization_id = $1', [larkspur])).toEqual([]);
  });

  it('of another version, or with nobody in it, is told before anything is chosen', async () => {
    const { body } = await bring(house, owner, 'version: 2\n\ndn: uid=ana\nmail: a@larkspur.example\n');
    expect(await preview(body.id)).toMatchObject({ format: 'ldif', columns: [], problem: { code: 'ldif_version', line: 1 } });
    await owner.post(`/member-imports/${body.id}/cancellation`, {});
    expect((await bring(house, owner, 'version: 1\n')).body.code).toBe('member-import.no_lines');
  });
});

const CSVDE = `DN,objectClass,cn,sn,c,l,physicalDeliveryOfficeName,telephoneNumber,givenName,displayName,department,company,userAccountControl,employeeID,userPrincipalName,manager,mail,mobile,preferredLanguage,objectGUID
"CN=Ana Silva,OU=People,DC=larkspur,DC=example",user,Ana Silva,Silva,DE,Köln,Werk Köln,+49 221 1234567,Ana,Ana Silva,Production,Larkspur,512,4711,ana@larkspur.example,"CN=Bo,OU=People,DC=larkspur,DC=example",ana.silva@larkspur.example,+49 170 1234567,de,X'0011ff'
"CN=Bo,OU=People,DC=larkspur,DC=example",top;person;organizationalPerson;user,Bo,X'4dc3bc6c6c6572',DE,,,,Bo,Bo,,Larkspur,66048,4712,bo@larkspur.example,,bo@larkspur.example,,,X'0011fe'
"CN=Cy Left,OU=People,DC=larkspur,DC=example",user,Cy Left,Left,,,,,Cy,Cy Left,,,514,4713,cy@larkspur.example,,cy@larkspur.example,,,X'0011fd'
"CN=PC-17,OU=Computers,DC=larkspur,DC=example",top;person;organizationalPerson;user;computer,PC-17,,,,,,,,,,4096,,,,,,,X'0011fc'
"CN=Printers,OU=Groups,DC=larkspur,DC=example",group,Printers,,,,,,,,,,,,,,,,,X'0011fb'
`;

const GET_AD_USER = `#TYPE Microsoft.ActiveDirectory.Management.ADUser
"DistinguishedName","Enabled","GivenName","mail","Name","ObjectClass","Office","OfficePhone","preferredLanguage","Surname","UserPrincipalName"
"CN=Ana Silva,DC=larkspur","True","Ana","ana.silva@larkspur.example","Ana Silva","user","Werk Köln","0221 1234567","de","Silva","ana@larkspur.example"
"CN=Bo,DC=larkspur","True","Bo","bo@larkspur.example","Bo","user","","","","Müller","bo@larkspur.example"
"CN=Cy Left,DC=larkspur","False","Cy","cy@larkspur.example","Cy Left","user","","","","Left","cy@larkspur.example"
`;

const OPENLDAP = `dn,objectClass,uid,cn,sn,givenName,mail,telephoneNumber,mobile,departmentNumber,employeeNumber,o,ou,l,preferredLanguage
"uid=ana,dc=larkspur",inetOrgPerson,ana,Ana Silva,Silva,Ana,ana.silva@larkspur.example,+49 221 1234567,,12,4711,Larkspur,Production,Werk Köln,de
"uid=bo,dc=larkspur",inetOrgPerson;posixAccount,bo,Bo Müller,Müller,Bo,bo@larkspur.example,,,12,4712,Larkspur,Production,,
"cn=printers,dc=larkspur",groupOfNames,,printers,,,,,,,,,,,
`;

describe('what a directory exports as CSV', () => {
  it.each([
    ['csvde', CSVDE, ['4:accountState:account_off', '5:entryKind:not_a_person', '6:entryKind:not_a_person'], 12],
    ['Get-ADUser', GET_AD_USER, ['5:accountState:account_off'], 3],
    ['a program for OpenLDAP', OPENLDAP, ['4:entryKind:not_a_person'], 8],
  ])('by %s is imported with nothing said by hand; who is not taken is told', async (_, file, faults, leftOut) => {
    const { found, shown } = await checkedAsSuggested(file);
    expect(shown.format).toBe('csv');
    expect(shown.columns.filter(({ field }: { field: string | null }) => field === null)).toHaveLength(leftOut);
    expect(await faultsOf(owner, found.id)).toEqual(faults);
    expect(found).toMatchObject({ furtherValues: 0, counts: { new: 2, faulty: faults.length } });
    await applied(house, owner, found);
    expect(await newcomers()).toEqual([ANA, BO]);
  });
});
