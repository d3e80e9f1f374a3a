import { recordEntry } from '@smartpar/audit/api';
import type { AuditFact } from '@smartpar/audit/model';
import { newId } from '@smartpar/kernel';
import { startHouse } from '../access/need-to-know-house';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';

const NOBODY = { kind: 'system', id: 'complaints', memberNumber: null, roles: [] };

let house: House;
let owner: Person;
let member: Person;

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  const organizationId = await house.organization();
  [owner, member] = [await house.person(organizationId, 'owner'), await house.person(organizationId)];
});

/** What stands in the log of one request, in the name of a member. */
async function written(entries: readonly (readonly [action: string, facts: Readonly<Record<string, AuditFact>>, by: Person])[]): Promise<void> {
  const target = { noun: 'privacy-request', id: newId() };
  for (const [action, facts, by] of entries) await house.database.tenant(by.actor('helpdesk'), (tx) => recordEntry(tx, { action, target, facts }));
}

const read = async (query: string) => (await owner.get(`/audit-entries?${query}`)).body.items;
const actionsOf = async (query: string): Promise<string[]> => (await read(query)).map(({ action }: { action: string }) => action);

describe('a complaint that was kept in the name of whoever complained', () => {
  it.each<[string, string, readonly (readonly [string, Readonly<Record<string, AuditFact>>])[]]>([
    ['about a look', 'ledger.challenged', [['ledger.challenged', {}]]],
    ['when it was received', 'privacy-request.opened', [['privacy-request.opened', { kind: 'complaint' }]]],
    [
      'when it was gone on with',
      'privacy-request.continued',
      [
        ['privacy-request.opened', { kind: 'complaint' }],
        ['privacy-request.continued', {}],
      ],
    ],
    [
      'as a question, before it was found to be one',
      'privacy-request.opened',
      [
        ['privacy-request.opened', { kind: 'question' }],
        ['privacy-request.classified', { from: 'question', to: 'complaint', aboutMember: true }],
      ],
    ],
  ])('%s is read in nobody’s name, and not found by asking what somebody did', async (_, action, entries) => {
    await written(entries.map(([what, facts]) => [what, facts, what.endsWith('classified') ? owner : member]));
    const [entry] = await read(`action=${action}`);
    expect(entry.actor).toEqual(NOBODY);
    expect(JSON.stringify(await read('size=100'))).not.toContain(`"${member.is.memberId}","memberNumber"`);
    expect(await actionsOf(`actorId=${member.is.memberId}`)).toEqual([]);
    expect(await actionsOf('actorKind=member&targetNoun=privacy-request')).toEqual(entries.flatMap(([what]) => (what.endsWith('classified') ? [what] : [])));
  });

  it('leaves everything else in the name of whoever did it', async () => {
    await written([
      ['privacy-request.opened', { kind: 'question' }, member],
      ['privacy-request.continued', {}, member],
      ['privacy-request.replied', {}, owner],
    ]);
    expect(await actionsOf(`actorId=${member.is.memberId}`)).toEqual(['privacy-request.continued', 'privacy-request.opened']);
    expect((await read('action=privacy-request.opened'))[0].actor).toMatchObject({
      kind: 'member',
      memberNumber: `M-${member.is.number}`,
      roles: ['helpdesk'],
    });
  });

  it('leaves those who answer it in their own name', async () => {
    await written([
      ['privacy-request.opened', { kind: 'complaint' }, member],
      ['privacy-request.replied', {}, owner],
    ]);
    expect((await read('action=privacy-request.replied'))[0].actor).toMatchObject({ kind: 'member', id: owner.is.memberId });
  });
});
