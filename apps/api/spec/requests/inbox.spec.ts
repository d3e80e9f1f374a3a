import { newId } from '@smartpar/kernel';
import type { Person } from '../organizations/person';
import { RequestsHouse } from './requests-house';

let house: RequestsHouse;
let organizationId: string;
let officer: Person;

beforeAll(async () => {
  house = await RequestsHouse.start();
});
afterAll(() => house.stop());

beforeEach(async () => {
  house.time.set('2026-03-02T09:00:00Z');
  organizationId = await house.organization();
  officer = await house.person(organizationId, ['privacy-officer']);
  await house.mails();
});

const references = async (person: Person, query = ''): Promise<string[]> => {
  const { body } = await person.get(`/requests${query}`);
  return body.items.map(({ reference }: { reference: string }) => reference);
};

describe('the inbox', () => {
  it('is empty at first', async () => {
    expect((await officer.get('/requests')).body).toEqual({ items: [], next: null });
  });

  it('shows a request by number and date, and nothing personal', async () => {
    const asking = await house.person(organizationId);
    const id = await house.request(organizationId, {
      reference: 'Q-7K4M-2P9X',
      member: { memberId: asking.is.memberId, number: asking.is.number, place: null },
      replyAddress: null,
    });
    const { status, body } = await officer.get('/requests');
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        id,
        reference: 'Q-7K4M-2P9X',
        kind: 'question',
        state: 'received',
        memberNumber: asking.is.number,
        askedAt: '2026-03-02T09:00:00Z',
        dueAt: '2026-04-02T21:59:59Z',
        paused: false,
        overdue: false,
        assigneeNumber: null,
        lastActivityAt: '2026-03-02T09:00:00Z',
      },
    ]);
  });

  it('lists soonest date first, page by page', async () => {
    const asked: string[] = [];
    for (let day = 7; day > 0; day -= 1) {
      house.time.set(`2026-03-0${day}T09:00:00Z`);
      const reference = `Q-AAAA-AAA${day + 1}`;
      asked.unshift(reference);
      await house.request(organizationId, { reference });
    }
    const first = (await officer.get('/requests?size=4')).body;
    const second = (await officer.get(`/requests?size=4&after=${first.next}`)).body;
    const seen = [...first.items, ...second.items];
    expect(new Set(seen.map(({ reference }) => reference))).toEqual(new Set(asked));
    expect(seen.map(({ dueAt }) => dueAt)).toEqual(seen.map(({ dueAt }) => dueAt).toSorted());
    expect(second.next).toBeNull();
    expect((await officer.get('/requests?size=4&order=recent')).body.items[0].reference).toBe('Q-AAAA-AAA8');
  });

  it('filters by state, kind, assignee, date and reference', async () => {
    const [mine, closed, late] = ['Q-MMMM-MMMM', 'Q-CCCC-CCCC', 'Q-TTTT-TTTT'];
    house.time.set('2026-01-02T09:00:00Z');
    await house.request(organizationId, { reference: late });
    house.time.set('2026-03-02T09:00:00Z');
    const mineId = await house.request(organizationId, { reference: mine, kind: 'erasure' });
    const closedId = await house.request(organizationId, { reference: closed });
    await officer.post(`/requests/${mineId}/assignment`, { memberId: officer.is.memberId });
    await officer.post(`/requests/${closedId}/closing`, { text: 'Here you are.', outcome: 'fulfilled' });

    expect(await references(officer)).toEqual([late, mine]);
    expect(await references(officer, '?state=closed')).toEqual([closed]);
    expect(await references(officer, '?state=all')).toHaveLength(3);
    expect(await references(officer, '?kind=erasure')).toEqual([mine]);
    expect(await references(officer, '?assignee=me')).toEqual([mine]);
    expect(await references(officer, `?assignee=${officer.is.memberId}`)).toEqual([mine]);
    expect(await references(officer, '?assignee=nobody')).toEqual([late]);
    expect(await references(officer, '?overdue=true')).toEqual([late]);
    expect(await references(officer, '?reference=q%20mmmm%20mmmm')).toEqual([mine]);
    expect(await references(officer, '?reference=nothing')).toEqual([]);
    expect((await officer.get('/requests')).body.items.map(({ overdue }: { overdue: boolean }) => overdue)).toEqual([true, false]);
  });

  it.each(['?state=lost', '?size=0', '?size=101', '?assignee=them', '?sort=due', '?kind=%00', '?after=x', '?reference='])(
    'refuses %s with a problem document',
    async (query) => {
      const { status, body } = await officer.get(`/requests${query}`);
      expect(status).toBe(422);
      expect(body.type).toEqual(expect.any(String));
    },
  );

  it('shows to whoever was asked to answer those requests only, and to the auditor all lines but no content', async () => {
    const helper = await house.person(organizationId, ['helpdesk']);
    const auditor = await house.person(organizationId, ['auditor']);
    const given = await house.request(organizationId, { reference: 'Q-GGGG-GGGG' });
    const other = await house.request(organizationId, { reference: 'Q-HHHH-HHHH' });
    await officer.post(`/requests/${given}/assignment`, { memberId: helper.is.memberId });

    expect(await references(helper)).toEqual(['Q-GGGG-GGGG']);
    expect((await helper.get(`/requests/${given}`)).status).toBe(200);
    expect((await helper.get(`/requests/${other}`)).status).toBe(404);
    expect((await helper.post(`/requests/${given}/replies`, { text: 'Hello' })).status).toBe(201);
    expect((await helper.post(`/requests/${other}/replies`, { text: 'Hello' })).status).toBe(404);
    expect((await helper.post(`/requests/${given}/assignment`, { memberId: null })).status).toBe(404);
    expect((await references(auditor)).toSorted()).toEqual(['Q-GGGG-GGGG', 'Q-HHHH-HHHH']);
    expect((await auditor.get(`/requests/${given}`)).status).toBe(404);
  });

  it('hides what is about a member from that member, whatever their role', async () => {
    const owner = await house.person(organizationId, ['owner', 'privacy-officer', 'auditor']);
    const id = await house.request(organizationId, { kind: 'complaint' });
    await officer.post(`/requests/${id}/classification`, { kind: 'complaint', aboutMemberId: owner.is.memberId });
    expect(await references(owner)).toEqual([]);
    expect(await references(owner, '?state=all')).toEqual([]);
    const refused = await owner.get(`/requests/${id}`);
    const missing = await owner.get(`/requests/${newId()}`);
    expect(refused.status).toBe(404);
    expect({ ...refused.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    expect((await owner.post(`/requests/${id}/replies`, { text: 'Me?' })).status).toBe(404);
    expect((await owner.put(`/requests/${id}/draft`, { kind: 'reply', text: 'Me?' })).status).toBe(404);
  });

  it('shows nothing of another organization', async () => {
    const elsewhere = await house.organization();
    const stranger = await house.person(elsewhere, ['owner']);
    const id = await house.request(organizationId);
    expect(await references(stranger)).toEqual([]);
    expect((await stranger.get(`/requests/${id}`)).status).toBe(404);
    expect((await stranger.at(organizationId).get('/requests')).status).toBe(404);
    expect((await stranger.post(`/requests/${id}/replies`, { text: 'x' })).status).toBe(404);
  });
});

describe('the members who may be asked to answer', () => {
  it('are those with a role for it', async () => {
    const helper = await house.person(organizationId, ['helpdesk']);
    await house.person(organizationId, ['auditor']);
    const { body } = await officer.get('/members/assignable');
    expect(body.items.map(({ memberId }: { memberId: string }) => memberId)).toEqual([officer.is.memberId, helper.is.memberId]);
  });

  it('are those with a role of the organization’s own for it, who are asked and told like the others', async () => {
    const [ada, boris] = [await house.person(organizationId), await house.person(organizationId)];
    const role = newId();
    await house.rows(
      organizationId,
      `insert into custom_roles (organization_id, id, name, name_folded, abilities, changed_at) values ($1, $2, 'Answers', 'answers', '{privacy-request.answer}', now())`,
      [organizationId, role],
    );
    await house.rows(
      organizationId,
      'insert into role_assignments (organization_id, id, member_id, custom_role_id, assigned_at) values ($1, $2, $3, $4, now())',
      [organizationId, newId(), ada.is.memberId, role],
    );
    const { body } = await officer.get('/members/assignable');
    expect(body.items.map(({ memberId }: { memberId: string }) => memberId)).toEqual([officer.is.memberId, ada.is.memberId]);
    const id = await house.request(organizationId);
    await house.mails();
    expect((await officer.post(`/requests/${id}/assignment`, { memberId: ada.is.memberId })).status).toBe(200);
    expect((await house.mails()).map(({ to }) => to)).toEqual([ada.is.email]);
    expect((await officer.post(`/requests/${id}/assignment`, { memberId: boris.is.memberId })).body.code).toBe('request.not_assignable');
  });

  it('are named to those who are shown names, and told by number and role to all others', async () => {
    const owner = await house.person(organizationId, ['owner']);
    const { number } = officer.is;
    expect((await owner.get('/members/assignable')).body.items[0]).toMatchObject({ number, line: expect.stringMatching(/^Linden Ashgrove/) });
    expect((await officer.get('/members/assignable')).body.items[0]).toMatchObject({ number, roles: ['privacy-officer'], line: null });
  });
});
