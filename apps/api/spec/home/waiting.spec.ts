import { systemActor } from '@smartpar/access/model';
import type { WaitingList } from '@smartpar/home/model';
import { newId } from '@smartpar/kernel';
import { OpenRequest } from '@smartpar/requests/api';
import { newReference } from '@smartpar/requests/model';
import type { Answer, Browser } from '../identity/browser';
import { WholeHouse } from '../refusals/whole-house';

let house: WholeHouse;
let larkspur: string;
let made = 0;

beforeAll(async () => {
  house = await WholeHouse.open();
}, 60_000);

beforeEach(async () => {
  larkspur = await house.organization(`larkspur-${++made}`);
});

afterAll(() => house.close());

const person = (...roles: Parameters<WholeHouse['browserOf']>[2]): Promise<Browser> => house.browserOf(larkspur, `person${++made}@larkspur.example`, roles);

async function waiting(who: Browser): Promise<WaitingList> {
  const { status, body } = await who.get(`/api/organizations/${larkspur}/waiting`);
  expect(status).toBe(200);
  return body;
}

async function kinds(who: Browser): Promise<readonly string[]> {
  return (await waiting(who)).items.map(({ kind }) => kind);
}

const change = async (who: Browser, method: 'post' | 'put', path: string, body: object): Promise<Answer['body']> => {
  const answer = await who[method](`/api/organizations/${larkspur}${path}`, body);
  expect([200, 201, 204]).toContain(answer.status);
  return answer.body;
};

/** Opens a question somebody asked some days ago. @returns its reference and id */
async function question(daysAgo: number, organizationId = larkspur): Promise<{ id: string; reference: string }> {
  const [id, reference] = [newId(), newReference()];
  await house.database.tenant(systemActor(organizationId, 'spec'), (tx) =>
    house.get(OpenRequest).run(tx, {
      id,
      reference,
      kind: 'question',
      part: 'whole',
      member: null,
      identifier: 'kim@larkspur.example',
      proved: true,
      replyAddress: 'kim@home.example',
      locale: 'en',
      askedAt: house.time.now().subtract({ hours: 24 * daysAgo }),
      text: 'Who reads my name here?',
      aboutContact: false,
      typedOrganization: null,
      partOf: null,
    }),
  );
  return { id, reference };
}

describe('what needs somebody', () => {
  it('is to look after members nobody has seen for long, for those who may let them go', async () => {
    const [owner, auditor] = [await person('owner'), await person('auditor')];
    expect(await kinds(owner)).not.toContain('dormant-members');
    await house.database.tenant(systemActor(larkspur, 'spec'), (tx) =>
      tx.query(`update members set last_used_on = last_used_on - 91 where organization_id = $1 and last_used_on is not null`, [larkspur]),
    );
    const { items } = await waiting(owner);
    expect(items.filter(({ kind }) => kind === 'dormant-members')).toMatchObject([{ facts: { count: expect.any(Number) } }]);
    expect(await kinds(auditor)).not.toContain('dormant-members');
  });

  it('is a review of access, for whoever was asked and as long as there is something to answer', async () => {
    const [owner, reviewer, fallback] = [await person('owner'), await person(), await person()];
    const idOf = async (who: Browser): Promise<string> => (await who.get(`/api/organizations/${larkspur}/my/profile`)).body.memberId;
    const panel = { reviewers: [await idOf(reviewer)], fallbacks: [await idOf(fallback)] };
    const wish = { covers: ['roles'], scope: { kind: 'all' }, ...panel, dueAt: '2026-03-16T09:00:00.000Z' };
    const { id } = await change(owner, 'post', '/access-reviews', wish);
    expect((await waiting(reviewer)).items).toMatchObject([{ kind: 'access-review', id, dueAt: wish.dueAt, facts: { open: 1 } }]);
    expect([await kinds(fallback), await kinds(owner)]).toEqual([[], ['privacy-contact']]);
    await change(reviewer, 'post', `/access-reviews/${id}/answers`, { items: [1], verdict: 'keep', reason: 'They own the company.' });
    expect(await kinds(reviewer)).toEqual([]);
  });

  it('is a reported violation, for those who decide it: not for the one it is about, nor for whoever reported it', async () => {
    const [owner, officer, reported] = [await person('owner'), await person('privacy-officer'), await person('helpdesk')];
    const { memberId } = (await reported.get(`/api/organizations/${larkspur}/my/profile`)).body;
    await change(officer, 'post', '/violations', { memberId, words: 'Looked at a neighbour without a task.' });
    expect((await waiting(owner)).items).toMatchObject([
      { kind: 'violation', dueAt: '2026-03-05T09:00:00.000Z', facts: { memberNumber: expect.stringMatching(/^M-/) } },
      {},
    ]);
    expect([await kinds(officer), await kinds(reported)]).toEqual([['privacy-contact'], []]);
  });

  it('is a request of SmartPAR’s staff, for those who decide it', async () => {
    const [owner, member] = [await person('owner'), await person()];
    const { workforceOrganizationId } = house.installation;
    const staff = await house.browserOf(workforceOrganizationId, `staff${++made}@smartpar.example`, ['support']);
    const at = `/api/organizations/${workforceOrganizationId}`;
    const undertaking = (await staff.get(`${at}/undertaking`)).body;
    await staff.post(`${at}/undertaking/signatures`, { version: undertaking.version, hash: undertaking.texts[0].hash, name: 'Quill Sandpiper' });
    const asked = { caseReference: 'CASE-1', justification: 'fault', categories: ['user.name'], scope: { reach: 'all' }, minutes: 60 };
    expect((await staff.post(`${at}/oversight/lockboxes`, { ...asked, organizationId: larkspur })).status).toBe(201);
    expect((await waiting(owner)).items).toMatchObject([{ kind: 'lockbox', dueAt: '2026-03-02T21:00:00.000Z', facts: { caseReference: 'CASE-1' } }, {}]);
    expect(await kinds(member)).toEqual([]);
  });

  it('is an emergency nobody has judged, for everybody who may but whoever broke the glass', async () => {
    const [owner, officer] = [await person('owner'), await person('privacy-officer')];
    await change(officer, 'post', '/break-glasses', { ground: 'safety', categories: ['user.name'], words: 'Somebody fell in the workshop.' });
    expect((await waiting(owner)).items).toMatchObject([
      { kind: 'break-glass', dueAt: '2026-03-05T09:00:00.000Z', facts: { memberNumber: expect.stringMatching(/^M-/), running: true } },
      {},
    ]);
    expect(await kinds(officer)).toEqual(['privacy-contact']);
  });

  it('is nothing for a plain member', async () => {
    await question(3);
    expect(await waiting(await person())).toEqual({ items: [], more: false });
  });

  it('begins with the soonest clock, overdue ones before all, and ends with what has none', async () => {
    const owner = await person('owner');
    const [fresh, late, older] = [await question(1), await question(60), await question(9)];
    const { items, more } = await waiting(owner);
    expect(items.map(({ kind, id }) => [kind, id])).toEqual([
      ['request', late.id],
      ['request', older.id],
      ['request', fresh.id],
      ['privacy-contact', null],
    ]);
    expect(items.map(({ facts }) => 'overdue' in facts && facts.overdue)).toEqual([true, false, false, false]);
    expect(more).toBe(false);
  });

  it('says nothing of who asked or what', async () => {
    const owner = await person('owner');
    const { reference } = await question(2);
    const said = JSON.stringify(await waiting(owner));
    expect(said).toContain(reference);
    expect(said).not.toMatch(/kim|who reads/i);
  });

  it('is what is one’s own and what is nobody’s, not what somebody else took', async () => {
    const [officer, other] = [await person('privacy-officer'), await person('privacy-officer', 'helpdesk')];
    const [mine, nobodys] = [await question(5), await question(4)];
    const { items } = await change(officer, 'post', '/members/search', {});
    const numbered = [...items].toSorted((one: { number: number }, two: { number: number }) => one.number - two.number);
    await change(officer, 'post', `/requests/${mine.id}/assignment`, { memberId: numbered[0].id });
    const requests = async (who: Browser) =>
      (await waiting(who)).items.filter(({ kind }) => kind === 'request').map(({ id, facts }) => [id, 'assigned' in facts && facts.assigned]);
    expect(await requests(officer)).toEqual([
      [mine.id, 'me'],
      [nobodys.id, 'nobody'],
    ]);
    expect(await requests(other)).toEqual([[nobodys.id, 'nobody']]);
  });

  it('leaves out what was answered', async () => {
    const officer = await person('privacy-officer');
    const { id } = await question(2);
    await change(officer, 'post', `/requests/${id}/closing`, { text: 'Only you.', outcome: 'fulfilled' });
    expect(await kinds(officer)).toEqual(['privacy-contact']);
  });

  it('is the missing privacy contact until somebody is named, for those who may name one', async () => {
    const [officer, helpdesk] = [await person('privacy-officer'), await person('helpdesk')];
    expect(await kinds(officer)).toEqual(['privacy-contact']);
    expect(await kinds(helpdesk)).toEqual([]);
    const contact = { name: 'Dana Reyes', email: 'dana@larkspur.example', postalAddress: 'Quay 1, Bremen', languages: ['de'] };
    await change(officer, 'put', '/privacy-contact', { version: 1, contact });
    expect(await kinds(officer)).toEqual([]);
  });

  it('is a domain that is not proved, for owners', async () => {
    const [owner, officer] = [await person('owner'), await person('privacy-officer')];
    await change(owner, 'post', '/domains', { domain: `larkspur-${made}.example.org` });
    expect((await waiting(owner)).items.find(({ kind }) => kind === 'domain')).toMatchObject({
      facts: { domain: `larkspur-${made}.example.org`, state: 'claimed' },
    });
    expect(await kinds(officer)).not.toContain('domain');
  });

  it('is an invitation that ran out, and only once it has', async () => {
    const owner = await person('owner');
    const { memberId, number } = await change(owner, 'post', '/members', { email: `new${made}@larkspur.example`, firstName: 'Fern', locale: 'en' });
    expect(await kinds(owner)).not.toContain('invitation');
    house.time.advance({ days: 8 });
    const again = await house.browserOf(larkspur, `owner${++made}@larkspur.example`, ['owner']);
    expect((await waiting(again)).items.find(({ kind }) => kind === 'invitation')).toMatchObject({
      id: memberId,
      dueAt: null,
      facts: { memberNumber: `M-${number}` },
    });
    const desk = await house.browserOf(larkspur, `desk${++made}@larkspur.example`, ['helpdesk']);
    expect(await kinds(desk)).not.toContain('invitation');
    await change(again, 'post', `/members/${memberId}/invitation`, {});
    expect(await kinds(again)).not.toContain('invitation');
  });

  it('is never more than fifty lines, and says that there are more', async () => {
    const officer = await person('privacy-officer');
    for (let days = 0; days < 51; days += 1) await question(days % 20);
    const { items, more } = await waiting(officer);
    expect([items.length, more]).toEqual([50, true]);
  });

  it('is never anything of another organization', async () => {
    const officer = await person('privacy-officer');
    const theirs = await question(2, await house.organization(`pebble-${made}`));
    expect((await waiting(officer)).items.map(({ id }) => id)).not.toContain(theirs.id);
  });
});

it('what needs somebody is the data of many people, for those who may agree: not for whoever asked, nor for whoever may only read of it', async () => {
  const [officer, owner, auditor] = [await person('privacy-officer'), await person('owner'), await person('auditor')];
  await change(owner, 'put', '/extract-rules', { version: 0, aloneUpTo: 0 });
  const undertaking = await (await officer.get(`/api/organizations/${larkspur}/undertaking`)).body;
  await change(officer, 'post', '/undertaking/signatures', { version: undertaking.version, hash: undertaking.texts[0].hash, name: 'Quill Sandpiper' });
  const wish = { whom: { kind: 'filter' }, categories: ['user.name'], purpose: 'security', reason: { template: 'unusual-sign-in' } };
  await change(officer, 'post', '/extracts', wish);
  const extracts = async (who: Browser) => (await waiting(who)).items.filter(({ kind }) => kind === 'extract');
  expect(await extracts(owner)).toMatchObject([{ dueAt: expect.any(String), facts: { memberNumber: expect.stringMatching(/^M-/), people: 3 } }]);
  expect([await extracts(officer), await extracts(auditor)]).toEqual([[], []]);
});

// the last one, for it lets time go by
it('what needs somebody is a request for access, for those whom nothing keeps from deciding it: not for whoever asked, nor for whoever may decide only since', async () => {
  const [officer, owner, helpdesk] = [await person('privacy-officer'), await person('owner'), await person('helpdesk')];
  house.time.advance({ hours: 1 });
  const ask = { categories: ['user.name'], mode: 'on-reveal', purposes: ['security'], scope: { kind: 'all' }, reason: 'An odd sign-in.' };
  const dueAt = new Date(house.time.now().add({ hours: 12 }).epochMilliseconds).toISOString();
  await change(officer, 'post', '/grants/requests', { ...ask, until: house.time.now().add({ hours: 20 }).toString() });
  house.time.advance({ hours: 1 });
  const late = await person('owner');
  const grants = async (who: Browser) => (await waiting(who)).items.filter(({ kind }) => kind === 'grant');
  expect(await grants(owner)).toMatchObject([{ dueAt, facts: { memberNumber: expect.stringMatching(/^M-/) } }]);
  expect([await grants(officer), await grants(helpdesk), await grants(late)]).toEqual([[], [], []]);
});
