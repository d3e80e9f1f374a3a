import type { AuditEntryLine } from '@smartpar/audit/model';
import type { Browser } from '../identity/browser';
import { WholeHouse } from '../refusals/whole-house';

const PURPOSE = { purpose: 'wrongdoing', reason: { template: 'reported-wrong' } };

let house: WholeHouse;
let larkspur: string;
let officer: Browser;
let second: Browser;
let member: Browser;

beforeAll(async () => {
  house = await WholeHouse.open();
  larkspur = await house.organization('larkspur');
  officer = await house.browserOf(larkspur, 'officer@larkspur.example', ['privacy-officer']);
  second = await house.browserOf(larkspur, 'second@larkspur.example', ['privacy-officer']);
  member = await house.browserOf(larkspur, 'member@larkspur.example', []);
}, 60_000);

afterAll(() => house.close());

const at = (path: string): string => `/api/organizations/${larkspur}${path}`;

describe('a complaint about a look', () => {
  it('reaches those who answer, with clock and receipt, and never the one it is about', async () => {
    const { memberId } = (await member.get(at('/my/profile'))).body;
    const { version, texts } = (await officer.get(at('/undertaking'))).body;
    await officer.post(at('/undertaking/signatures'), { version, hash: texts[0].hash, name: 'Quill Sandpiper' });
    const { revealId } = (await officer.post(at(`/members/${memberId}/reveals`), { categories: ['user.name'], ...PURPOSE })).body;
    const { status, body } = await member.post(at(`/my/ledger/${revealId}/challenge`), { words: 'There was nothing to look into.' });
    expect(status).toBe(201);
    const { requestId } = body;
    expect((await second.get(at(`/requests/${requestId}`))).body).toMatchObject({ id: requestId, kind: 'complaint', reference: body.reference });
    expect(JSON.stringify((await second.get(at(`/requests/${requestId}`))).body)).toContain(revealId);
    expect((await officer.get(at(`/requests/${requestId}`))).status).toBe(404);
    expect(JSON.stringify((await officer.get(at('/requests'))).body)).not.toContain(requestId);
    expect(JSON.stringify((await officer.get(at('/waiting'))).body)).not.toContain(requestId);
    expect((await member.get(at(`/my/requests/${requestId}`))).status).toBe(200);
    expect((await member.get(at('/my/ledger'))).body.items).toMatchObject([{ id: revealId, challenge: { requestId } }]);
    expect((await member.post(at(`/my/requests/${requestId}/messages`), { text: 'And nobody has asked me anything.' })).status).toBe(201);
    const log: AuditEntryLine[] = (await officer.get(at(`/audit-entries?targetNoun=privacy-request&targetId=${requestId}`))).body.items;
    expect(log.map(({ action, actor, facts }) => [action, actor.kind, actor.id, facts['kind']]).toSorted()).toEqual([
      ['ledger.challenged', 'system', 'complaints', undefined],
      ['privacy-request.continued', 'system', 'complaints', undefined],
      ['privacy-request.opened', 'system', 'complaints', undefined],
    ]);
    expect(JSON.stringify(log)).not.toContain(memberId);
  });
});
