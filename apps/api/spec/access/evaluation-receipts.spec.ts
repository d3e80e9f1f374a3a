import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import { takeMails } from '../members/members-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { AGREEMENT, evaluationsHouse, looked, rounds, rules } from './evaluations-house';
import { breaking } from './need-to-know-house';

const NOT_FOUND = { status: 404, body: { code: 'not_found' } };

let house: House;
let organizationId: string;
let owner: Person;
let officer: Person;
let council: Person;

beforeAll(async () => {
  house = await evaluationsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  owner = await house.person(organizationId, 'owner');
  officer = await house.person(organizationId, 'privacy-officer');
  council = await house.person(organizationId, 'works-council');
  await house.database.global((tx) => tx.query('delete from due_work'));
  await takeMails(house);
});

const monthly = () => rounds(house, 'access.plan-receipts');
const months = async (who = council): Promise<string[]> => (await who.get('/evaluation-receipts')).body.items.map(({ month }: { month: string }) => month);
const newest = async (who = council) => {
  const { id } = (await who.get('/evaluation-receipts')).body.items[0];
  return (await who.get(`/evaluation-receipts/${id}`)).body;
};

/** Checks a receipt with nothing but what it came with, as anybody can. */
function isSigned({ receipt, note, keys }: { receipt: Parameters<typeof canonicalJson>[0]; note: string; keys: string[] }): boolean {
  const end = note.indexOf('\n\n') + 1;
  const [text, signature = ''] = [
    note.slice(0, end),
    note
      .slice(end + 1)
      .trimEnd()
      .split(' ')[2],
  ];
  const [, , typed = ''] = /^([^+]+)\+([^+]+)\+(.+)$/.exec(keys[0] ?? '')?.slice(1) ?? [];
  const x = Buffer.from(typed, 'base64').subarray(1).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const hash = createHash('sha256').update(canonicalJson(receipt)).digest('base64');
  return text.split('\n')[1]?.split(' ')[1] === hash && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64').subarray(4));
}

describe('the receipt of a month', () => {
  it('is made once the month is over where the organization is', async () => {
    house.time.set('2026-03-31T21:59:59Z');
    await monthly();
    expect(await months()).toEqual([]);
    house.time.set('2026-03-31T22:00:00Z');
    await monthly();
    expect(await months()).toEqual(['2026-03']);
  });

  it('says “none” where nothing was evaluated, and is signed all the same', async () => {
    house.time.set('2026-04-01T06:00:00Z');
    await monthly();
    const signed = await newest();
    expect(signed.receipt).toEqual({
      v: 1,
      organization: organizationId,
      month: '2026-03',
      from: '2026-02-28T23:00:00.000Z',
      until: '2026-03-31T22:00:00.000Z',
      none: true,
      evaluations: [],
      rules: [{ since: null, needed: false, reference: null, validUntil: null }],
    });
    expect(isSigned(signed)).toBe(true);
    expect(signed.note).toMatch(new RegExp(`^smartpar.ai/evaluation-receipt/${organizationId}\n2026-03 `));
  });

  it('counts by day, kind and role what was evaluated, and tells what was agreed', async () => {
    await rules(owner, { agreement: AGREEMENT });
    house.time.set('2026-03-31T21:00:00Z');
    await officer.get(`/audit-entries?actorId=${owner.is.memberId}`);
    await officer.get(`/audit-entries?actorId=${owner.is.memberId}`);
    const helpdesk = await house.person(organizationId, 'helpdesk');
    await looked(house, helpdesk, '2026-03-31T20:00:00Z', 25);
    await rounds(house, 'access.plan-look-volume');
    house.time.set('2026-04-02T06:00:00Z');
    await officer.get(`/audit-entries?actorId=${owner.is.memberId}`);
    await monthly();
    const signed = await newest(officer);
    expect(signed.receipt).toMatchObject({
      none: false,
      evaluations: [
        { day: '2026-03-31', kind: 'log-of-one', system: false, roles: ['privacy-officer'], runs: 2, people: 2, alerts: 0 },
        { day: '2026-03-31', kind: 'look-volume', system: true, roles: [], runs: 1, people: 1, alerts: 1 },
      ],
      rules: [
        { since: null, needed: false },
        { since: '2026-03-02T09:00:00.000Z', needed: true, reference: AGREEMENT.reference, validUntil: null },
      ],
    });
    expect(isSigned(signed)).toBe(true);
    expect((await council.get('/evaluation-receipts')).body.items[0]).toMatchObject({ month: '2026-03', none: false, runs: 3 });
    for (const { is } of [helpdesk, officer, owner]) for (const told of [is.memberId, is.email]) expect(JSON.stringify(signed)).not.toContain(told);
  });

  it('that somebody changed is no longer what was signed', async () => {
    house.time.set('2026-04-01T06:00:00Z');
    await monthly();
    const signed = await newest();
    expect(isSigned({ ...signed, receipt: { ...signed.receipt, none: false } })).toBe(false);
  });

  it('is made once, however often and by however many processes it is asked for, and mailed once to those who are to have it', async () => {
    house.time.set('2026-04-01T06:00:00Z');
    await Promise.all([monthly(), monthly()]);
    await monthly();
    expect(await months()).toEqual(['2026-03']);
    const mails = (await takeMails(house)).filter(({ facts }) => facts['organizationId'] === organizationId);
    expect(mails.map(({ to, template }) => `${template} ${to}`).toSorted()).toEqual(
      [council, officer].map(({ is }) => `access.evaluation-receipt ${is.email}`).toSorted(),
    );
    expect(mails[0]?.facts).toEqual({ organizationId, receiptId: expect.any(String), month: '2026-03', runs: 0 });
  });

  it('is made after work that was cut off in the middle, and nothing of that is left', async () => {
    house.time.set('2026-04-01T06:00:00Z');
    await breaking(house, 'mail_outbox', () => expect(monthly()).rejects.toThrow());
    expect(await months()).toEqual([]);
    house.time.advance({ minutes: 6 });
    await monthly();
    expect(await months()).toEqual(['2026-03']);
  });

  it('is made later for each month in which nothing ran', async () => {
    house.time.set('2026-04-01T06:00:00Z');
    await monthly();
    house.time.set('2026-07-15T06:00:00Z');
    await monthly();
    expect(await months()).toEqual(['2026-06', '2026-05', '2026-04', '2026-03']);
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles'])('begins where the one before ended, also where the organization is in %s meanwhile', async (zone) => {
    for (const at of ['2026-03-31T11:30:00Z', '2026-03-31T21:59:59Z', '2026-03-31T22:00:00Z', '2026-04-01T05:00:00Z']) {
      house.time.set(at);
      await officer.get(`/audit-entries?actorId=${owner.is.memberId}`);
    }
    house.time.set('2026-04-01T12:00:00Z');
    await monthly();
    const first = await newest();
    await house.rows(organizationId, 'update organizations set time_zone = $2 where organization_id = $1', [organizationId, zone]);
    house.time.set('2026-05-02T12:00:00Z');
    await monthly();
    const second = await newest();
    expect([first.receipt.month, second.receipt.month]).toEqual(['2026-03', '2026-04']);
    expect(second.receipt.from).toBe(first.receipt.until);
    expect((await council.get('/evaluation-receipts')).body.items.map(({ runs }: { runs: number }) => runs)).toEqual([2, 2]);
  });

  it('is not made for a month in which the organization was not there', async () => {
    await monthly();
    expect(await months()).toEqual([]);
  });

  it('begins with the rules that were in force when the month began', async () => {
    await rules(owner);
    await rules(owner, { agreement: AGREEMENT });
    house.time.set('2026-05-02T06:00:00Z');
    await monthly();
    expect((await newest()).receipt.rules).toEqual([{ since: '2026-03-02T09:00:00.000Z', needed: true, reference: AGREEMENT.reference, validUntil: null }]);
  });

  it('is read by nobody of another organization, and by no member without a role for it', async () => {
    house.time.set('2026-04-01T06:00:00Z');
    await monthly();
    const { id } = (await council.get('/evaluation-receipts')).body.items[0];
    const there = await house.person(await house.organization(), 'works-council');
    expect(await there.get(`/evaluation-receipts/${id}`)).toMatchObject(NOT_FOUND);
    expect(await there.at(organizationId).get(`/evaluation-receipts/${id}`)).toMatchObject(NOT_FOUND);
    expect(await (await house.person(organizationId, 'helpdesk')).get(`/evaluation-receipts/${id}`)).toMatchObject(NOT_FOUND);
    expect(await council.get(`/evaluation-receipts/${newId()}`)).toMatchObject(NOT_FOUND);
  });
});
