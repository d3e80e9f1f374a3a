import { createHash } from 'node:crypto';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { breaking, ledgerOf, looksAt, signs, startHouse, triesToLook } from './need-to-know-house';

const UNSIGNED = { status: 409, body: { code: 'undertaking.unsigned' } };
const CHANGED = { status: 409, body: { code: 'undertaking.changed_meanwhile' } };

let house: House;
let owner: Person;
let helpdesk: Person;
let member: Person;
let organizationId: string;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  owner = await house.person(organizationId, 'owner');
  [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
});

const lines = async () => (await ledgerOf(house, organizationId)).length;
const own = 'We look only when we must.\n\nWe tell nobody.';

describe('what is promised', () => {
  it('is there from the start, in every language, with a fingerprint of each text', async () => {
    const { version, publishedAt, texts, signed, inForce } = (await member.get('/undertaking')).body;
    expect({ version, publishedAt, signed, inForce }).toEqual({ version: 1, publishedAt: null, signed: null, inForce: false });
    expect(texts.map(({ locale }: { locale: string }) => locale)).toEqual(['en', 'de']);
    for (const { text, hash } of texts) expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is written anew by owners alone, who prove that it is them', async () => {
    const message = { version: 1, texts: { en: own } };
    expect((await helpdesk.put('/undertaking', message)).status).toBe(404);
    expect(await owner.stale.put('/undertaking', message)).toMatchObject({ status: 403, body: { code: 'reauthentication_required' } });
    expect(await owner.put('/undertaking', message)).toMatchObject({
      status: 200,
      body: { version: 2, publishedAt: '2026-03-02T09:00:00.000Z', texts: [{ locale: 'en', text: own }] },
    });
  });

  it('is not written over: who comes second with the same version is refused', async () => {
    const message = { version: 1, texts: { de: own } };
    const answers = await Promise.all([owner.put('/undertaking', message), (await house.person(organizationId, 'owner')).put('/undertaking', message)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await owner.put('/undertaking', { version: 7, texts: { de: own } })).toMatchObject(CHANGED);
  });

  it('needs words in one language at least', async () => {
    expect(await owner.put('/undertaking', { version: 1, texts: {} })).toMatchObject({ status: 422, body: { errors: [{ field: 'texts' }] } });
  });

  it('is another in every organization', async () => {
    await owner.put('/undertaking', { version: 1, texts: { en: own } });
    const elsewhere = await house.person(await house.organization());
    expect((await elsewhere.get('/undertaking')).body.version).toBe(1);
  });
});

describe('a signature', () => {
  it('keeps name, time, version and the fingerprint of the text that was read', async () => {
    const { status, body } = await signs(helpdesk, 'Linden A. Ashgrove');
    expect({ status, inForce: body.inForce, signed: body.signed }).toEqual({
      status: 201,
      inForce: true,
      signed: { version: 1, name: 'Linden A. Ashgrove', at: '2026-03-02T09:00:00.000Z' },
    });
    const kept = await house.rows(organizationId, 'select * from undertaking_signatures where organization_id = $1', [organizationId]);
    expect(kept).toMatchObject([{ member_id: helpdesk.is.memberId, version: 1, locale: 'en', text_hash: body.texts[0].hash, name: 'Linden A. Ashgrove' }]);
  });

  it('stays the first one, however often somebody signs', async () => {
    await signs(helpdesk, 'First');
    house.time.advance({ hours: 1 });
    expect((await signs(helpdesk, 'Second')).body.signed).toMatchObject({ name: 'First', at: '2026-03-02T09:00:00.000Z' });
  });

  it('of a text that is not in force is refused', async () => {
    const { texts } = (await helpdesk.get('/undertaking')).body;
    await owner.put('/undertaking', { version: 1, texts: { en: own } });
    const { hash } = texts[0];
    expect(await helpdesk.post('/undertaking/signatures', { version: 1, hash, name: 'Linden' })).toMatchObject(CHANGED);
    expect(await helpdesk.post('/undertaking/signatures', { version: 2, hash, name: 'Linden' })).toMatchObject(CHANGED);
  });

  it('is in the log without the name', async () => {
    await signs(helpdesk, 'Linden A. Ashgrove');
    const [entry] = await house.rows(
      organizationId,
      `select target_id, facts from audit_entries where organization_id = $1 and action = 'undertaking.signed'`,
      [organizationId],
    );
    expect(entry).toEqual({ target_id: '1', facts: { version: 1, locale: 'en', hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
  });

  it('and its entry of the log come together or not at all', async () => {
    await breaking(house, 'audit_entries', async () => expect((await signs(helpdesk)).status).toBe(500));
    expect(await triesToLook(helpdesk, member.is.memberId)).toMatchObject(UNSIGNED);
  });

  it('can be changed and removed by nobody who serves', async () => {
    await signs(helpdesk);
    for (const text of [
      'update undertaking_signatures set name = $2 where organization_id = $1',
      'delete from undertaking_versions where organization_id = $1 and version = $2::text::int',
    ]) {
      const change = house.database.tenant(helpdesk.actor(), (tx) => tx.query(text, [organizationId, '1']));
      await expect(change).rejects.toThrow(/permission denied/);
    }
  });
});

describe('a look', () => {
  it('wants a signature first, and leaves no line without one', async () => {
    expect(await triesToLook(helpdesk, member.is.memberId)).toMatchObject(UNSIGNED);
    expect(await lines()).toBe(0);
    await signs(helpdesk);
    expect((await triesToLook(helpdesk, member.is.memberId)).status).toBe(201);
  });

  it('goes on under the same key once it is signed', async () => {
    const key = 'one-and-the-same-key-0007';
    await triesToLook(helpdesk, member.is.memberId, { key });
    await signs(helpdesk);
    expect((await triesToLook(helpdesk, member.is.memberId, { key })).status).toBe(201);
    expect(await lines()).toBe(1);
  });

  it('wants a new signature once there is a new version, also where the same look is asked for again', async () => {
    const key = 'one-and-the-same-key-0008';
    await looksAt(helpdesk, member.is.memberId, { key });
    await owner.put('/undertaking', { version: 1, texts: { de: own } });
    expect(await triesToLook(helpdesk, member.is.memberId, { key })).toMatchObject(UNSIGNED);
    expect(await triesToLook(helpdesk, member.is.memberId)).toMatchObject(UNSIGNED);
    expect((await helpdesk.get('/undertaking')).body).toMatchObject({ version: 2, inForce: false, signed: { version: 1 } });
    await signs(helpdesk);
    expect((await triesToLook(helpdesk, member.is.memberId)).status).toBe(201);
    expect(await lines()).toBe(2);
  });

  it('is not opened by the signature of somebody else, nor by one given elsewhere', async () => {
    await signs(await house.person(organizationId, 'helpdesk'));
    await signs(await house.person(await house.organization(), 'helpdesk'));
    expect(await triesToLook(helpdesk, member.is.memberId)).toMatchObject(UNSIGNED);
  });

  it('that is not allowed looks the same with and without a signature', async () => {
    expect(await triesToLook(member, helpdesk.is.memberId)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

describe('who signed', () => {
  it('is read by those who answer for it: by number, with what they signed, and never by name', async () => {
    await signs(helpdesk, 'Linden A. Ashgrove');
    const { status, body } = await owner.get('/undertaking/signatures');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { memberId: owner.is.memberId, memberNumber: `M-${owner.is.number}`, roles: ['owner'], state: 'none', latest: null },
      { memberId: helpdesk.is.memberId, roles: ['helpdesk'], state: 'signed', latest: { version: 1, locale: 'en' } },
    ]);
    expect(JSON.stringify(body)).not.toContain('Linden');
  });

  it('counts whoever holds a role for a group or a custom one alone', async () => {
    const values = [member.is.organizationId, member.is.memberId];
    await house.rows(
      member.is.organizationId,
      `with made as (insert into member_groups (organization_id, id, name, name_folded, created_at) values ($1, gen_random_uuid(), 'Night', 'night', now()) returning id)
       insert into role_assignments (organization_id, id, member_id, built_in, group_id, assigned_at) select $1, gen_random_uuid(), $2, 'helpdesk', id, now() from made`,
      values,
    );
    const { items } = (await owner.get('/undertaking/signatures')).body;
    expect(items.at(-1)).toMatchObject({ memberId: member.is.memberId, roles: [], further: 1, state: 'none' });
  });

  it('tells an older signature from one that counts', async () => {
    await signs(helpdesk);
    await owner.put('/undertaking', { version: 1, texts: { en: own } });
    expect((await owner.get('/undertaking/signatures')).body.items[1]).toMatchObject({ state: 'older', latest: { version: 1 } });
  });

  it('comes in pages', async () => {
    const { body } = await owner.get('/undertaking/signatures?size=1');
    expect(body.items).toHaveLength(1);
    expect((await owner.get(`/undertaking/signatures?size=1&after=${body.next}`)).body).toMatchObject({
      items: [{ memberId: helpdesk.is.memberId }],
      next: null,
    });
  });

  it('is hidden from everybody else', async () => {
    expect([(await helpdesk.get('/undertaking/signatures')).status, (await member.get('/undertaking/signatures')).status]).toEqual([404, 404]);
  });
});
