import { ReviewRepository, ReviewWork } from '@smartpar/access/api';
import { systemActor } from '@smartpar/access/model';
import { PerformDueWork } from '@smartpar/platform/jobs';
import fc from 'fast-check';
import type { House } from '../organizations/house';
import type { Person } from '../organizations/person';
import { approves, asksFor, inHours } from './grants-house';
import { itemsOf, mailsOf, type Panel, panelIn, placeOf, reviewedIn, reviewsHouse, rolesOf, says, siteOf, started, timePasses } from './reviews-house';

let house: House;
let organizationId: string;
let panel: Panel;
let helpdesk: Person;
let officer: Person;

beforeAll(async () => {
  house = await reviewsHouse();
});
afterAll(() => house.stop());

beforeEach(async () => {
  ({ organizationId, panel, helpdesk, officer } = await reviewedIn(house));
});

const granted = async (to: Person, wish: object = {}): Promise<string> => {
  const asked = await asksFor(house, to, { until: inHours(house, 24 * 20), ...wish });
  await approves(officer, asked);
  return asked.body.grantId;
};
const end = async (): Promise<void> => {
  house.time.advance({ hours: 241 });
  await timePasses(house);
};
const outcomesOf = async (id: string) =>
  (await itemsOf(panel.owner, id)).map(({ kind, role, outcome }) => [role?.role ?? kind, outcome?.outcome, outcome?.cause]);

describe('when its time is over', () => {
  it('what nobody answered for is revoked, everywhere and at once, but never the last owner', async () => {
    const grantId = await granted(helpdesk);
    const id = await started(house, panel);
    expect((await officer.get('/standing-grants')).status).toBe(200);
    await end();
    expect(await outcomesOf(id)).toEqual([
      ['owner', 'kept', 'last-owner'],
      ['helpdesk', 'revoked', 'silence'],
      ['grant', 'revoked', 'silence'],
      ['privacy-officer', 'revoked', 'silence'],
    ]);
    expect([await rolesOf(house, panel.owner), await rolesOf(house, helpdesk), await rolesOf(house, officer)]).toEqual([['owner'], [], []]);
    expect((await officer.get('/standing-grants')).status).toBe(404);
    expect((await panel.owner.get(`/grants/${grantId}`)).body.standing).toBe('revoked');
    const log = await house.log(organizationId);
    expect(
      ['access-review.due', 'member-role.revoked', 'grant.revoked', 'access-review.carried-out', 'access-review.closed'].filter((one) => !log.includes(one)),
    ).toEqual([]);
  });

  it('one owner of several stays when nobody answers for any of them', async () => {
    const second = await house.person(organizationId, 'owner');
    await started(house, panel, { scope: { kind: 'role', role: 'owner' } });
    await end();
    expect([...(await rolesOf(house, panel.owner)), ...(await rolesOf(house, second))]).toEqual(['owner']);
  });

  it('the owner who stays is not the one who was decided to go', async () => {
    const second = await house.person(organizationId, 'owner');
    const id = await started(house, panel, { scope: { kind: 'role', role: 'owner' } });
    await says(panel.reviewer, id, [await placeOf(panel.owner, id, second, 'owner')], 'revoke');
    await end();
    expect([await rolesOf(house, panel.owner), await rolesOf(house, second)]).toEqual([['owner'], []]);
    expect(await outcomesOf(id)).toEqual([
      ['owner', 'kept', 'last-owner'],
      ['owner', 'revoked', 'decided'],
    ]);
  });

  it('what nobody answered for stays, where silence keeps', async () => {
    const id = await started(house, panel, { silence: 'keeps' });
    await says(panel.reviewer, id, [await placeOf(panel.owner, id, helpdesk, 'helpdesk')], 'revoke');
    await end();
    expect([await rolesOf(house, helpdesk), await rolesOf(house, officer)]).toEqual([[], ['privacy-officer']]);
    expect((await panel.owner.get(`/access-reviews/${id}`)).body.counts).toMatchObject({ kept: 2, revoked: 1, silent: 2 });
  });

  it('a role is reduced to one place, and a grant to an earlier end or to being told on reveal', async () => {
    const shown = await granted(helpdesk, { mode: 'shown' });
    const site = await siteOf(panel);
    const id = await started(house, panel);
    const [role, owner] = [await placeOf(panel.owner, id, helpdesk, 'helpdesk'), await placeOf(panel.owner, id, panel.owner, 'owner')];
    const grant = (await itemsOf(panel.owner, id)).find(({ kind }) => kind === 'grant')?.item ?? 0;
    expect((await says(panel.reviewer, id, [role, owner, grant], 'reduce', { less: { site } })).body).toEqual({
      done: [role],
      refused: [
        { item: owner, obstacle: 'not-less' },
        { item: grant, obstacle: 'not-less' },
      ],
    });
    expect((await says(panel.reviewer, id, [grant], 'reduce', { less: { until: inHours(house, 24 * 30) } })).body.refused).toMatchObject([
      { obstacle: 'not-less' },
    ]);
    const until = inHours(house, 24 * 12);
    expect((await says(panel.reviewer, id, [grant], 'reduce', { less: { until, onReveal: true } })).body.done).toEqual([grant]);
    await end();
    expect((await outcomesOf(id)).slice(1, 3)).toEqual([
      ['helpdesk', 'reduced', 'decided'],
      ['grant', 'reduced', 'decided'],
    ]);
    expect((await mailsOf(house, helpdesk)).slice(-3).toSorted()).toEqual(['access.grant-reduced', 'members.further-role-given', 'members.role-taken']);
    expect(await rolesOf(house, helpdesk)).toEqual(['helpdesk at one place']);
    expect((await panel.owner.get(`/grants/${shown}`)).body).toMatchObject({ standing: 'live', mode: 'on-reveal', until: new Date(until).toISOString() });
  });

  it('of what nothing is left in the end it is said that it was taken', async () => {
    const grantId = await granted(helpdesk);
    const { body: group } = await panel.owner.post('/groups', { name: 'Night' });
    const id = await started(house, panel);
    const items = await itemsOf(panel.owner, id);
    const [role, grant] = [await placeOf(panel.owner, id, helpdesk, 'helpdesk'), items.find(({ kind }) => kind === 'grant')?.item ?? 0];
    expect((await says(panel.reviewer, id, [role], 'reduce', { less: { group: group.id } })).body.done).toEqual([role]);
    expect((await says(panel.reviewer, id, [grant], 'reduce', { less: { until: inHours(house, 24) } })).body.done).toEqual([grant]);
    await house.rows(organizationId, 'delete from member_groups where organization_id = $1 and id = $2', [organizationId, group.id]);
    await end();
    expect((await outcomesOf(id)).slice(1, 3)).toEqual([
      ['helpdesk', 'revoked', 'decided'],
      ['grant', 'revoked', 'decided'],
    ]);
    expect([await rolesOf(house, helpdesk), (await panel.owner.get(`/grants/${grantId}`)).body.standing]).toEqual([[], 'revoked']);
    expect((await panel.owner.get(`/access-reviews/${id}/certificate`)).body.certificate.counts).toMatchObject({ reduced: 0 });
  });

  it('what was given or taken meanwhile is told as it is: taken and given again does not escape', async () => {
    const id = await started(house, panel);
    await panel.owner.delete(`/members/${officer.is.memberId}/roles/privacy-officer`);
    await panel.owner.delete(`/members/${helpdesk.is.memberId}/roles/helpdesk`);
    await panel.owner.put(`/members/${helpdesk.is.memberId}/roles/helpdesk`, {});
    await panel.owner.put(`/members/${helpdesk.is.memberId}/roles/auditor`, {});
    await end();
    expect((await outcomesOf(id)).slice(1)).toEqual([
      ['helpdesk', 'revoked', 'silence'],
      ['privacy-officer', 'gone', 'too-late'],
    ]);
    expect(await rolesOf(house, helpdesk)).toEqual(['auditor']);
  });

  it('a holder who was let go for good leaves nothing to do and stands in nobody’s way', async () => {
    const id = await started(house, panel);
    await house.rows(organizationId, `delete from member_roles where organization_id = $1 and member_id = $2`, [organizationId, officer.is.memberId]);
    await house.rows(organizationId, `update members set status = 'deactivated' where organization_id = $1 and id = $2`, [organizationId, officer.is.memberId]);
    await end();
    expect((await panel.owner.get(`/access-reviews/${id}`)).body.state).toBe('closed');
  });
});

describe('when the process is killed in the middle', () => {
  const killedAt = async (method: 'settle' | 'close' | 'beginClosing', work: () => Promise<void>): Promise<void> => {
    const reviews = house.get(ReviewRepository);
    const kept = reviews[method];
    Object.assign(reviews, { [method]: () => Promise.reject(new Error('killed')) });
    try {
      await work();
    } finally {
      Object.assign(reviews, { [method]: kept });
    }
  };
  const dies = () => new PerformDueWork(house.database, house.time, house.get(ReviewWork).kinds(), () => undefined).run();

  it.each(['beginClosing', 'settle', 'close'] as const)('before %s is kept, nothing is half done, and the next one does all of it once', async (method) => {
    const id = await started(house, panel);
    house.time.advance({ hours: 241 });
    await killedAt(method, async () => {
      await dies();
      expect(await rolesOf(house, helpdesk)).toEqual(['helpdesk']);
      expect((await house.log(organizationId)).filter((action) => action === 'access-review.due')).toEqual([]);
    });
    house.time.advance({ minutes: 6 });
    await timePasses(house);
    const log = await house.log(organizationId);
    expect(log.filter((action) => ['access-review.due', 'access-review.closed'].includes(action))).toEqual(['access-review.due', 'access-review.closed']);
    expect(log.filter((action) => action === 'member-role.revoked')).toHaveLength(2);
    expect((await panel.owner.get(`/access-reviews/${id}`)).body.counts).toMatchObject({ revoked: 2, kept: 1 });
  });

  it('two processes at once carry it out once', async () => {
    await started(house, panel);
    house.time.advance({ hours: 241 });
    await Promise.all([timePasses(house), timePasses(house), timePasses(house)]);
    const log = await house.log(organizationId);
    expect(log.filter((action) => action === 'member-role.revoked')).toHaveLength(2);
    expect(log.filter((action) => action === 'access-review.closed')).toHaveLength(1);
  });
});

it('a long list is carried out in steps, and the certificate counts all of it', async () => {
  await house.rows(
    organizationId,
    `insert into members (organization_id, id, number, status, email, email_folded, name_folded, given_folded, locale, version, created_at)
     select $1, gen_random_uuid(), 70000 + n, 'active', n || '@many.example', n || '@many.example', '', '', 'en', 1, now() from generate_series(1, 230) n`,
    [organizationId],
  );
  await house.rows(
    organizationId,
    `insert into member_roles (organization_id, member_id, role, granted_at) select $1, m.id, 'helpdesk', now() from members m where m.organization_id = $1 and m.number > 70000`,
    [organizationId],
  );
  const id = await started(house, panel);
  await end();
  const { body } = await panel.owner.get(`/access-reviews/${id}`);
  expect(body).toMatchObject({ state: 'closed', counts: { items: 233, revoked: 232, kept: 1 } });
  expect((await house.log(organizationId)).filter((action) => action === 'access-review.carried-out')).toHaveLength(3);
});

it('whatever is answered and whatever changes meanwhile, nothing undecided lives on where silence revokes', async () => {
  const acts = fc.array(fc.record({ who: fc.nat(3), act: fc.constantFrom('keep', 'revoke', 'take', 'give', 'confirm', 'refuse', 'wait'), of: fc.nat(5) }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(acts, fc.constantFrom<1 | 2>(1, 2), async (sequence, stages) => {
      const id = await house.organization();
      const people = await panelIn(house, id);
      const holders = [await house.person(id, 'helpdesk'), await house.person(id, 'helpdesk'), await house.person(id, 'auditor')];
      const review = await started(house, people, stages === 2 ? { confirmers: [people.confirmer.is.memberId] } : {});
      for (const { who, act, of } of sequence) {
        const someone = [people.reviewer, people.fallback, people.confirmer, people.owner][who] ?? people.owner;
        const holder = holders[of % 3] ?? people.reviewer;
        const role = of % 3 === 2 ? 'auditor' : 'helpdesk';
        if (act === 'keep' || act === 'revoke') await says(someone, review, [1 + (of % 4)], act);
        if (act === 'take') await people.owner.delete(`/members/${holder.is.memberId}/roles/${role}`);
        if (act === 'give') await people.owner.put(`/members/${holder.is.memberId}/roles/${role}`, {});
        if (act === 'confirm' || act === 'refuse')
          await someone.post(`/access-reviews/${review}/confirmations`, {
            items: [1 + (of % 4)],
            confirmed: act === 'confirm',
            reason: 'Whatever it is that I saw.',
          });
        if (act === 'wait') house.time.advance({ hours: 30 });
      }
      house.time.advance({ hours: 241 });
      await timePasses(house);
      const lives = await house.rows<{ position: number }>(
        id,
        `select i.position from access_review_items i join member_roles r on r.organization_id = i.organization_id and r.member_id = i.holder_id and r.role = i.role
         where i.organization_id = $1 and i.role <> 'owner'
           and (i.verdict is null or i.outcome is null or (i.verdict = 'revoke' and ($2::int = 1 or i.confirmed is not false)))`,
        [id, stages],
      );
      const owners = await house.rows(id, `select from member_roles where organization_id = $1 and role = 'owner'`, [id]);
      expect([lives, owners.length]).toEqual([[], 1]);
    }),
    { numRuns: 8 },
  );
}, 60_000);

it('the database itself lets nobody answer for themselves, or confirm what they said', async () => {
  const id = await started(house, panel);
  const change = (text: string, values: readonly unknown[]) =>
    house.database.tenant(systemActor(organizationId, 'spec'), (tx) =>
      tx.query(`update access_review_items set ${text} where organization_id = $1 and review_id = $2 and holder_id = $3`, [organizationId, id, ...values]),
    );
  const answered = `verdict = 'revoke', decided_at = now(), words = 'x', salt = 'y', decided_by = $4`;
  await expect(change(answered, [helpdesk.is.memberId, helpdesk.is.memberId])).rejects.toThrow(/access_review_items_others/);
  const both = `${answered}, confirmed = true, confirmed_at = now(), confirmed_by = $4`;
  await expect(change(both, [helpdesk.is.memberId, officer.is.memberId])).rejects.toThrow(/access_review_items_others/);
});
