import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Abilities } from '@smartpar/access/console';
import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { surroundings } from '@smartpar/platform/ui/testing';
import { WhereAmI } from './where-am-i';

const OFFICER = membership({ organizationId: 'o1', organizationName: 'Nordwerk', roles: ['privacy-officer'] });
const PLAIN = membership({ organizationId: 'o2', organizationName: 'Kleinholz' });
const STAFF = membership({ organizationId: 'w', organizationName: 'SmartPAR', kind: 'workforce', roles: ['support'] });

type Rules = Parameters<typeof provideAbilities>[1];

async function at(address: string, memberships = [OFFICER, PLAIN], rules: Rules = [{ action: 'list', subject: 'privacy-request' }], staffRules: Rules = []) {
  const abilities = address.startsWith('/oversight') ? provideAbilities('w', staffRules) : provideAbilities('o1', rules);
  TestBed.configureTestingModule({ providers: surroundings({ providers: [provideSession(sessionFacts({ memberships })), abilities] }) });
  const where = TestBed.inject(WhereAmI);
  await TestBed.inject(Router).navigateByUrl(address);
  return where;
}

describe('where a person is', () => {
  it('is read off the address', async () => {
    const where = await at('/org/o1/inbox?state=open');
    expect(where.face()).toBe('organization');
    expect(where.organization()?.organizationName).toBe('Nordwerk');
    expect(where.here()?.name).toBe('Nordwerk');
  });

  it('is nowhere in an organization of others', async () => {
    expect((await at('/org/o9/home')).organization()).toBeNull();
  });

  it.each(['/org', '/org/o9/home'])('is their own privacy at %s, with ways that lead somewhere', async (address) => {
    const where = await at(address);
    expect(where.face()).toBe('my');
    expect(where.rail().map((way) => way.address)).toEqual(['/my', '/my/held', '/my/ledger', '/my/sessions', '/my/account']);
  });

  it('can be changed to places where one has something to do', async () => {
    const where = await at('/my', [OFFICER, PLAIN, STAFF]);
    expect(where.places().map((place) => place.address)).toEqual(['/my', '/org/o1/home', '/org/w/home', '/oversight']);
  });

  it('offers nothing else to whoever only has their own privacy', async () => {
    expect((await at('/my', [PLAIN])).places()).toHaveLength(1);
  });

  it('shows only the ways one may go', async () => {
    const where = await at('/org/o1/home');
    expect(where.rail().map((way) => way.address)).toEqual(['/org/o1/home', '/org/o1/inbox']);
  });

  it('shows a way of its own to whoever may not go the wider one, and not both', async () => {
    const reads = { action: 'read', subject: 'evaluation' };
    const labels = async (...rules: Rules) => (await at('/org/o1/home', [OFFICER], rules)).rail().map((way) => way.entry.label);
    expect(await labels(reads)).toEqual(['home', 'evaluations']);
    TestBed.resetTestingModule();
    expect(await labels(reads, { action: 'ask', subject: 'grant' })).toEqual(['home', 'access']);
  });

  it('shows no others to whom nothing is allowed', async () => {
    const where = await at('/org/o1/home', [OFFICER], []);
    expect(where.rail().map((way) => way.entry.label)).toEqual(['home']);
  });

  it.each([
    [[], ['/oversight']],
    [[{ action: 'read', subject: 'escalation' }], ['/oversight', '/oversight/escalations']],
  ])('in oversight goes by the rules of the workforce: %j', async (rules, addresses) => {
    const where = await at('/oversight', [STAFF], [], rules);
    expect(where.rail().map((way) => way.address)).toEqual(addresses);
  });

  it('keeps the ways to one’s own privacy in reach from everywhere', async () => {
    const where = await at('/org/o1/home');
    expect(where.ways().map((way) => way.address)).toContain('/my/sessions');
  });

  it('keeps the ways into every organization in reach where one has something to do, each once', async () => {
    const where = await at('/my', [OFFICER, PLAIN, STAFF]);
    const into = where.ways().filter(({ entry }) => entry.face !== 'my');
    expect(into.map(({ address, organizationName }) => [address, organizationName])).toEqual([
      ['/org/o1/home', 'Nordwerk'],
      ['/org/o1/inbox', 'Nordwerk'],
      ['/org/w/home', 'SmartPAR'],
      ['/oversight', null],
    ]);
  });

  it('learns the rules of those organizations, and does without where they cannot be had', async () => {
    const where = await at('/my', [OFFICER, PLAIN, STAFF]);
    const know = jest
      .spyOn(TestBed.inject(Abilities), 'know')
      .mockImplementation((id) => (id === 'w' ? Promise.reject(new Error('unreachable')) : Promise.resolve()));
    await where.learnWays();
    expect(know.mock.calls).toEqual([['o1'], ['w']]);
  });
});
