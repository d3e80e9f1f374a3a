import { ProfileValues } from '@smartpar/access/api';
import { newId } from '@smartpar/kernel';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { breaking, EMAIL, hasPhone, ledgerOf, looksAt, NAME, PHONE, startHouse } from './need-to-know-house';

const NUMBER = '+49 30 1234567';

let house: House;
let helpdesk: Person;
let member: Person;
let organizationId: string;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  organizationId = await house.organization();
  [helpdesk, member] = [await house.person(organizationId, 'helpdesk'), await house.person(organizationId)];
  await hasPhone(house, member, NUMBER);
});

const lines = async () => (await ledgerOf(house, organizationId)).length;

describe('a look', () => {
  it('returns the value, and the ledger has it', async () => {
    const { status, body } = await looksAt(helpdesk, member.is.memberId);
    expect({ status, values: body.values }).toEqual({ status: 201, values: { [PHONE]: NUMBER } });
    expect(await ledgerOf(house, organizationId)).toMatchObject([
      { id: body.revealId, member_id: member.is.memberId, by_member_id: helpdesk.is.memberId, by_roles: ['helpdesk'], categories: [PHONE], reason_words: null },
    ]);
  });

  it('by somebody who holds the role for a group only names that role, so that the filter by role finds it', async () => {
    const [keeper, groupId] = [await house.person(organizationId), newId()];
    await house.rows(
      organizationId,
      `insert into member_groups (organization_id, id, name, name_folded, created_at) values ($1, $2, 'Night', 'night', now())`,
      [organizationId, groupId],
    );
    await house.rows(organizationId, 'insert into grouped_members (organization_id, group_id, member_id, added_at) values ($1, $2, $3, now())', [
      organizationId,
      groupId,
      member.is.memberId,
    ]);
    await house.rows(
      organizationId,
      `insert into role_assignments (organization_id, id, member_id, built_in, group_id, assigned_at) values ($1, $2, $3, 'helpdesk', $4, now())`,
      [organizationId, newId(), keeper.is.memberId, groupId],
    );
    const { body } = await looksAt(keeper, member.is.memberId);
    expect((await member.get('/my/ledger?role=helpdesk')).body.items).toMatchObject([{ id: body.revealId, by: { roles: ['helpdesk'] } }]);
  });

  it('may be at several categories, and is one line', async () => {
    const { body } = await looksAt(helpdesk, member.is.memberId, { categories: [NAME, EMAIL] });
    expect(body.values).toEqual({ [NAME]: expect.stringMatching(/^Linden Ashgrove/), [EMAIL]: member.is.email });
    expect(await lines()).toBe(1);
  });

  it('at what is not kept says so, and is in the ledger all the same', async () => {
    await hasPhone(house, member, '').then(() => house.rows(organizationId, 'update members set phone = null where organization_id = $1', [organizationId]));
    expect((await looksAt(helpdesk, member.is.memberId)).body.values).toEqual({ [PHONE]: null });
    expect(await lines()).toBe(1);
  });

  it("is in the log without data and without the reason's words", async () => {
    await looksAt(helpdesk, member.is.memberId, { reason: { words: 'Called back about the broken laptop.' } });
    const [entry] = await house.rows<{ facts: Record<string, unknown>; target_id: string }>(
      organizationId,
      `select target_id, facts from audit_entries where organization_id = $1 and action = 'member.revealed'`,
      [organizationId],
    );
    expect(entry).toEqual({
      target_id: member.is.memberId,
      facts: { revealId: expect.any(String), categories: PHONE, purpose: 'support', reason: null, words: expect.stringMatching(/^[\w-]{43}$/) },
    });
    expect(await ledgerOf(house, organizationId)).toMatchObject([{ reason_words: 'Called back about the broken laptop.' }]);
  });

  it('leaves the value in no other table', async () => {
    await looksAt(helpdesk, member.is.memberId);
    const [kept] = await house.rows<{ text: string }>(
      organizationId,
      `select coalesce(string_agg(k::text, ''), '') || (select coalesce(string_agg(a::text, ''), '') from audit_entries a) || (select string_agg(r::text, '') from reveals r) as text
       from idempotency_keys k where organization_id = $1`,
      [organizationId],
    );
    expect(kept?.text).toContain(member.is.memberId);
    expect(kept?.text).not.toContain('1234567');
  });
});

describe('a look that is not allowed', () => {
  const refused = { status: 404, body: { code: 'not_found' } };

  it.each<[string, () => Promise<unknown>]>([
    ['for a purpose the grant does not name', () => looksAt(helpdesk, member.is.memberId, { purpose: 'security', reason: { template: 'unusual-sign-in' } })],
    ['at a member there is not', () => looksAt(helpdesk, newId())],
    ['at what is no id', () => looksAt(helpdesk, "x' or 1=1")],
    ['by a member without a role', () => looksAt(member, helpdesk.is.memberId)],
    ['at oneself without a grant', () => looksAt(member, member.is.memberId)],
    ['by an auditor', async () => looksAt(await house.person(organizationId, 'auditor'), member.is.memberId)],
    ['at a member of another organization', async () => looksAt(helpdesk, (await house.person(await house.organization())).is.memberId)],
    ['from another organization', async () => looksAt((await house.person(await house.organization(), 'owner')).at(organizationId), member.is.memberId)],
    ['by somebody suspended', async () => looksAt(await suspended(), member.is.memberId)],
  ])('%s is not found, and leaves no line', async (_, look) => {
    expect(await look()).toMatchObject(refused);
    expect(await lines()).toBe(0);
  });

  it('for one category of several shows none of them', async () => {
    const owner = await house.person(organizationId, 'owner');
    await owner.put('/standing-grants', { version: 1, grants: [{ role: 'helpdesk', category: EMAIL, mode: 'hidden', purposes: [] }] });
    expect(await looksAt(helpdesk, member.is.memberId, { categories: [PHONE, EMAIL] })).toMatchObject(refused);
    expect(await lines()).toBe(0);
  });

  it('at somebody who was de-identified finds nobody, as their page does', async () => {
    await house.rows(organizationId, `update members set status = 'de-identified', phone = null, email = null, email_folded = null where id = $1`, [
      member.is.memberId,
    ]);
    expect(await looksAt(helpdesk, member.is.memberId)).toMatchObject(refused);
    expect(await lines()).toBe(0);
  });

  it('does not even read what may not be seen', async () => {
    const asked: unknown[] = [];
    const values = house.get(ProfileValues);
    const spy = jest.spyOn(values, 'of').mockImplementation((_tx, _memberId, categories) => {
      asked.push(...categories);
      return Promise.resolve(null);
    });
    await looksAt(helpdesk, member.is.memberId, { purpose: 'security', reason: { template: 'unusual-sign-in' } });
    spy.mockRestore();
    expect(asked).toEqual([]);
  });

  it('that says nothing sensible names the field', async () => {
    const { status, body } = await looksAt(helpdesk, member.is.memberId, { reason: { words: 'short' } });
    expect({ status, field: body.errors[0].field }).toEqual({ status: 422, field: expect.stringMatching(/^reason/) });
  });

  const suspended = async (): Promise<Person> => {
    const person = await house.person(organizationId, 'helpdesk');
    await house.rows(organizationId, `update members set status = 'suspended' where organization_id = $1 and id = $2`, [organizationId, person.is.memberId]);
    return person;
  };
});

describe('a look sent twice', () => {
  const key = 'one-and-the-same-key-0002';

  it('returns the values twice and is one line', async () => {
    const [first, again] = [await looksAt(helpdesk, member.is.memberId, { key }), await looksAt(helpdesk, member.is.memberId, { key })];
    expect(again).toEqual(first);
    expect(await lines()).toBe(1);
    expect((await house.log(organizationId)).filter((action) => action === 'member.revealed')).toHaveLength(1);
  });

  it('at the same moment is one line too', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => looksAt(helpdesk, member.is.memberId, { key })));
    expect(new Set(all.map(({ status, body }) => `${status} ${body.revealId}`)).size).toBe(1);
    expect(await lines()).toBe(1);
  });

  it('is over once its minute is: the value comes back only with a new line', async () => {
    await looksAt(helpdesk, member.is.memberId, { key });
    house.time.advance({ seconds: 61 });
    expect(await looksAt(helpdesk, member.is.memberId, { key })).toMatchObject({ status: 409, body: { code: 'reveal.over' } });
    expect((await looksAt(helpdesk, member.is.memberId)).status).toBe(201);
    expect(await lines()).toBe(2);
  });

  it('after the grant is gone shows nothing', async () => {
    await looksAt(helpdesk, member.is.memberId, { key });
    const owner = await house.person(organizationId, 'owner');
    await owner.put('/standing-grants', { version: 1, grants: [{ role: 'helpdesk', category: PHONE, mode: 'hidden', purposes: [] }] });
    expect((await looksAt(helpdesk, member.is.memberId, { key })).status).toBe(404);
  });

  it('with another reason is refused', async () => {
    await looksAt(helpdesk, member.is.memberId, { key });
    const other = await looksAt(helpdesk, member.is.memberId, { key, reason: { template: 'reaching-them' } });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
  });
});

describe('value and ledger line come together or not at all', () => {
  it.each(['reveals', 'audit_entries', 'idempotency_keys'])('when %s cannot be written, no value leaves', async (table) => {
    await breaking(house, table, async () => {
      const { status, body } = await looksAt(helpdesk, member.is.memberId);
      expect(status).toBe(500);
      expect(JSON.stringify(body)).not.toContain('1234567');
    });
    expect(await lines()).toBe(0);
    expect((await looksAt(helpdesk, member.is.memberId)).status).toBe(201);
  });

  it('when the value cannot be read, no line stays', async () => {
    const spy = jest.spyOn(house.get(ProfileValues), 'of').mockRejectedValue(new Error('The shelf is stuck.'));
    expect((await looksAt(helpdesk, member.is.memberId)).status).toBe(500);
    spy.mockRestore();
    expect(await lines()).toBe(0);
  });

  it('when the transaction is killed before it is kept, no value leaves and no line stays', async () => {
    const values = house.get(ProfileValues);
    const read = values.of.bind(values);
    const spy = jest.spyOn(values, 'of').mockImplementation(async (tx, memberId, categories) => {
      const [found, [backend]] = await Promise.all([read(tx, memberId, categories), tx.query<{ pid: number }>('select pg_backend_pid() as pid')]);
      await house.owner.query('select pg_terminate_backend($1)', [backend?.pid]);
      return found;
    });
    const { status, body } = await looksAt(helpdesk, member.is.memberId);
    spy.mockRestore();
    expect(status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(body)).not.toContain('1234567');
    expect(await lines()).toBe(0);
  });

  it('the serving role can neither change nor remove a line', async () => {
    await looksAt(helpdesk, member.is.memberId);
    for (const text of ['update reveals set purpose = $2 where organization_id = $1', 'delete from reveals where organization_id = $1 and purpose <> $2']) {
      const change = house.database.tenant(helpdesk.actor('helpdesk'), (tx) => tx.query(text, [organizationId, 'security']));
      await expect(change).rejects.toThrow(/permission denied/);
    }
  });
});
