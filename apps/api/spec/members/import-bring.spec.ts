import { newId } from '@smartpar/kernel';
import { MAX_IMPORT_BYTES } from '@smartpar/members/model';
import { Readable } from 'node:stream';
import { SESSION_COOKIE } from '@smartpar/access/api';
import type { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';
import { applied, bring, checked, faultsOf, READING, work } from './imports-house';
import { heard, membersHouse } from './members-house';

let house: House;
let larkspur: string;
let owner: Person;

beforeAll(async () => {
  house = await membersHouse();
});

beforeEach(async () => {
  larkspur = await house.organization({ name: 'Larkspur' });
  owner = await house.person(larkspur, 'owner');
});

afterAll(() => house.stop());

const NAMES = ['email', 'firstName', 'lastName'] as const;
const HEAD = 'E-Mail,Vorname,Nachname\r\n';
const UMLAUTS = `${HEAD}jörg@müller.example,Jörg,Ümläut\r\n`;
const mark = (encoding: 'utf-16le' | 'utf-16be', text: string): Buffer => {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16le' ? little : little.swap16();
};

const nothingKept = async (): Promise<void> => {
  for (const table of ['member_imports', 'member_import_chunks', 'due_work']) {
    expect(await house.rows(larkspur, `select organization_id from ${table} where organization_id = $1`, [larkspur])).toEqual([]);
  }
};

const preview = async (id: string, query = ''): Promise<Answer['body']> => (await owner.get(`/member-imports/${id}/preview${query}`)).body;

describe('a file in whatever encoding', () => {
  it.each([
    ['utf-8', true, Buffer.from(UMLAUTS)],
    ['utf-8', true, Buffer.from(`\ufeff${UMLAUTS}`)],
    ['utf-16le', true, mark('utf-16le', UMLAUTS)],
    ['utf-16be', true, mark('utf-16be', UMLAUTS)],
    ['utf-16le', true, mark('utf-16le', UMLAUTS).subarray(2)],
    ['utf-16be', true, mark('utf-16be', UMLAUTS).subarray(2)],
    ['windows-1252', false, Buffer.from(UMLAUTS, 'latin1')],
  ] as const)('%s is recognized (for certain: %s), shown as it would read, and read so', async (encoding, certain, file) => {
    const { status, body } = await bring(house, owner, file);
    expect(status).toBe(201);
    expect(await preview(body.id)).toMatchObject({
      encoding,
      delimiter: ',',
      guess: { encoding, delimiter: ',', certain },
      columns: [{ heading: 'E-Mail' }, { heading: 'Vorname' }, { heading: 'Nachname' }],
      sample: [['jörg@müller.example', 'Jörg', 'Ümläut']],
      problem: null,
    });
    await owner.post(`/member-imports/${body.id}/check`, { ...READING, encoding, columns: NAMES });
    await work(house);
    await applied(house, owner, (await owner.get(`/member-imports/${body.id}`)).body);
    const found = await owner.post('/members/search', { search: 'jörg@müller.example' });
    expect(found.body.items).toMatchObject([{ status: 'invited', profile: { firstName: 'Jörg', lastName: 'Ümläut' } }]);
  });

  it('a letter cut in two between two pieces is read whole', async () => {
    const file = `${HEAD}${Array.from({ length: 9000 }, (_, n) => `p${n}@larkspur.example,ÄÖÜ ${n},ßß\r\n`).join('')}`;
    expect((await checked(house, owner, file, NAMES)).counts).toMatchObject({ lines: 9000, new: 9000, faulty: 0 });
  });

  it('another encoding can be looked at and chosen; letters that are none in it are faults', async () => {
    const { body } = await bring(house, owner, Buffer.from(UMLAUTS, 'latin1'));
    expect((await preview(body.id, '?encoding=utf-8')).sample[0][1]).toBe('J\ufffdrg');
    await owner.post(`/member-imports/${body.id}/check`, { ...READING, encoding: 'utf-8', columns: NAMES });
    await work(house);
    expect(await faultsOf(owner, body.id)).toEqual(['2:email:characters_unreadable', '2:firstName:characters_unreadable', '2:lastName:characters_unreadable']);
  });

  it.each([';', '\t', ','] as const)('its delimiter is recognized: %j', async (delimiter) => {
    const { body } = await bring(house, owner, `Name${delimiter}E-Mail\n"Silva, Ana; Dr."${delimiter}ana@larkspur.example\n`);
    expect(await preview(body.id)).toMatchObject({
      delimiter,
      columns: [{ field: 'fullName' }, { field: 'email' }],
      sample: [['Silva, Ana; Dr.', 'ana@larkspur.example']],
    });
    expect((await preview(body.id, '?delimiter=%7C')).code).toBe('request.invalid');
  });
});

describe('what is no CSV file', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'member-import.empty'],
    ['headings and no lines', Buffer.from('E-Mail,Vorname\r\n\r\n'), 'member-import.no_lines'],
    ['blank lines', Buffer.from('\r\n \r\n'), 'member-import.no_lines'],
    ['a workbook', Buffer.from('504b0304140006000800000021', 'hex'), 'member-import.spreadsheet'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'member-import.spreadsheet'],
    ['a page that calls itself a workbook', Buffer.from('\n<html><table><tr><td>E-Mail</td></tr></table></html>'), 'member-import.spreadsheet'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\u00e2\u00e3'), 'member-import.not_text'],
    ['an image', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'member-import.not_text'],
    ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)), 'member-import.not_text'],
  ])('%s is refused with what to do, and nothing of it is kept', async (_, file, code) => {
    const { status, body } = await bring(house, owner, file);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.detail).toMatch(/\. |\.$/);
    await nothingKept();
  });

  it('a body of another kind is refused', async () => {
    expect(await bring(house, owner, '{}', newId(), { 'content-type': 'application/json' })).toMatchObject({
      status: 422,
      body: { code: 'member-import.no_file' },
    });
    expect((await bring(house, owner, 'a', newId(), { 'content-type': 'application/pdf' })).status).toBe(415);
    await nothingKept();
  });

  it('a file sent to any other handler is refused', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api/organizations/${larkspur}/members/search`,
      headers: { cookie: `${SESSION_COOKIE}=${owner.is.accountId}`, 'content-type': 'text/csv' },
      payload: 'a,b',
    });
    expect(answer.statusCode).toBe(415);
  });

  it('a file that says it is larger than 50 MB is refused unread, and one that turns out to be as soon as it does', async () => {
    expect(await bring(house, owner, 'a', newId(), { 'content-length': String(MAX_IMPORT_BYTES + 1) })).toMatchObject({
      status: 413,
      body: { code: 'member-import.too_large' },
    });
    const line = Buffer.from('p@larkspur.example,Ana,Silva\r\n'.repeat(40_000));
    let left = Math.ceil(MAX_IMPORT_BYTES / line.length) + 1;
    const endless = new Readable({ read: () => void endless.push((left -= 1) > 0 ? line : null) });
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api/organizations/${larkspur}/member-imports`,
      headers: { cookie: `${SESSION_COOKIE}=${owner.is.accountId}`, 'idempotency-key': newId(), 'content-type': 'text/csv' },
      payload: endless,
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([413, 'member-import.too_large']);
    await nothingKept();
  });

  it('a file that breaks off is not kept, and can be sent again under the same key', async () => {
    const key = newId();
    const broken = new Readable({ read: () => undefined });
    broken.push(HEAD.repeat(10_000));
    setImmediate(() => broken.destroy(new Error('reset')));
    const sent = house.app.inject({
      method: 'POST',
      url: `/api/organizations/${larkspur}/member-imports`,
      headers: {
        cookie: `${SESSION_COOKIE}=${owner.is.accountId}`,
        'idempotency-key': key,
        'content-type': 'text/csv',
        'content-length': String(Buffer.byteLength(UMLAUTS)),
      },
      payload: broken,
    });
    await sent.catch(() => undefined);
    await heard(async () => (await bring(house, owner, UMLAUTS, key)).status === 201);
    expect((await owner.get('/member-imports')).body.items).toHaveLength(1);
  });
});

describe('a file that is not written as CSV files are', () => {
  it.each([
    ['a quote mark that is never closed', `${HEAD}a@larkspur.example,Ana,\r\nb@larkspur.example,"Bo,\r\n`, 'quote_open', 3],
    ['a quote mark within a cell', `${HEAD}a@larkspur.example,Ana "Anni" Silva,\r\n`, 'quote_stray', 2],
    ['something behind a closed quote mark', `${HEAD}a@larkspur.example,"Ana" Silva,\r\n`, 'quote_stray', 2],
    ['a cell of 10 MB', `${HEAD}a@larkspur.example,${'A'.repeat(10_000_000)},\r\n`, 'line_too_long', 2],
    ['a line of a million empty cells', `${HEAD}${','.repeat(1_000_000)}\r\n`, 'line_too_long', 2],
  ] as const)('%s is named with its line, and another file can take its place', async (_, file, code, line) => {
    const { body } = await bring(house, owner, file);
    await owner.post(`/member-imports/${body.id}/check`, { ...READING, columns: NAMES });
    await work(house);
    const found = (await owner.get(`/member-imports/${body.id}`)).body;
    expect(found).toMatchObject({ state: 'received', problem: { code, line }, counts: null, may: { check: true, apply: false, cancel: true } });
    expect((await owner.post(`/member-imports/${body.id}/cancellation`, {})).status).toBe(200);
    expect((await bring(house, owner, UMLAUTS)).status).toBe(201);
  });

  it.each([
    ['a million columns', `${'x,'.repeat(1_000_000)}\r\n1\r\n`, 'line_too_long'],
    ['too many columns', `${'x,'.repeat(300)}\r\n1\r\n`, 'too_many_columns'],
  ])('%s cannot be previewed, and says so', async (_, file, code) => {
    const { body } = await bring(house, owner, file);
    expect(await preview(body.id)).toMatchObject({ columns: [], problem: { code } });
    expect((await owner.post(`/member-imports/${body.id}/check`, { ...READING, columns: NAMES })).body.code).toBe('member-import.columns_differ');
  });

  it('a zero byte in a cell is a fault of its line', async () => {
    const { body } = await bring(house, owner, `${HEAD}${'x'.repeat(5000)}@larkspur.example,Ana,\r\na@larkspur.example,A\u0000na,\r\n`);
    await owner.post(`/member-imports/${body.id}/check`, { ...READING, columns: NAMES });
    await work(house);
    expect(await faultsOf(owner, body.id)).toEqual(['2:email:too_long', '3:firstName:characters_forbidden']);
  });

  it('the same heading twice, lines ended in several ways, blank lines and line breaks in cells are read', async () => {
    const file = 'E-Mail,Name,Name\r\n\r\n"a@larkspur.example",Ana,x\nb@larkspur.example,"B\r\no",x\rc@larkspur.example,Cy,x';
    const found = await checked(house, owner, file, ['email', 'firstName', null]);
    expect(found.counts).toMatchObject({ lines: 3, new: 2, faulty: 1 });
    expect(await faultsOf(owner, found.id)).toEqual(['4:firstName:characters_forbidden']);
  });
});

describe('how a file is to be read', () => {
  it.each([
    [{ columns: ['firstName', 'lastName', null] }, 422, 'columns'],
    [{ columns: ['email', 'firstName', 'firstName'] }, 422, 'columns'],
    [{ columns: ['email', 'fullName', 'lastName'] }, 422, 'columns'],
    [{ columns: ['email', 'firstName'] }, 422, 'columns'],
    [{ columns: ['email', 'firstName', 'shoe-size'] }, 422, 'columns.2'],
    [{ encoding: 'ebcdic' }, 422, 'encoding'],
    [{ delimiter: '|' }, 422, 'delimiter'],
    [{ locale: undefined }, 422, 'locale'],
  ])('%j is refused, naming the field', async (message, expected, field) => {
    const { body } = await bring(house, owner, UMLAUTS);
    const answer = await owner.post(`/member-imports/${body.id}/check`, { ...READING, columns: NAMES, ...message });
    expect([answer.status, answer.body.errors[0].field]).toEqual([expected, field]);
  });
});

describe('one file at a time', () => {
  it('while one is not finished no other is taken, by whomever', async () => {
    const other = await house.person(larkspur, 'user-administrator');
    const { body } = await bring(house, owner, UMLAUTS);
    for (const who of [owner, other]) expect(await bring(house, who, UMLAUTS)).toMatchObject({ status: 409, body: { code: 'member-import.another_open' } });
    await other.post(`/member-imports/${body.id}/cancellation`, {});
    expect((await bring(house, other, UMLAUTS)).status).toBe(201);
  });

  it('of two at the same moment one is taken', async () => {
    const answers = await Promise.all([bring(house, owner, UMLAUTS), bring(house, owner, UMLAUTS), bring(house, owner, UMLAUTS)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('sent again under the same key it is the same import; another file under that key is refused', async () => {
    const key = newId();
    const first = await bring(house, owner, UMLAUTS, key);
    expect(await bring(house, owner, UMLAUTS, key)).toEqual(first);
    expect(await bring(house, owner, UMLAUTS.replace('Jörg', 'Jürg'), key)).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
    expect((await owner.get('/member-imports')).body.items).toHaveLength(1);
  });

  it('a file whose sender fell silent makes room after two minutes', async () => {
    await house.rows(
      larkspur,
      `insert into member_imports (organization_id, id, state, member_id, member_number, account_id, created_at, touched_at) values ($1, $2, 'receiving', $3, 1, $4, $5, $5)`,
      [larkspur, newId(), owner.is.memberId, owner.is.accountId, house.time.now().toString()],
    );
    expect((await bring(house, owner, UMLAUTS)).status).toBe(409);
    house.time.advance({ minutes: 3 });
    expect((await bring(house, owner, UMLAUTS)).status).toBe(201);
  });

  it.each(['privacy-officer', 'helpdesk', 'auditor'] as const)('a %s brings none', async (role) => {
    expect((await bring(house, await house.person(larkspur, role), UMLAUTS)).status).toBe(404);
  });
});
