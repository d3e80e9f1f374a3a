import { systemActor } from '@smartpar/access/model';
import { newId } from '@smartpar/kernel';
import { ChangeMemberStatus } from '@smartpar/members/api';
import { AddVerifiedDomain } from '@smartpar/organizations/api';
import { FoldFigures } from '@smartpar/oversight/api';
import { contact, Staffed } from './staff';

let staff: Staffed;

beforeAll(async () => {
  staff = await Staffed.start();
});

afterAll(() => staff.house.stop());

describe('the figures of an organization', () => {
  it('follow its members, and keep few of them back', async () => {
    const larkspur = await staff.house.organization({ name: 'Larkspur', slug: 'larkspur' });
    await staff.crowd(larkspur, 4);
    expect(await staff.lineOf(larkspur)).toMatchObject({ name: 'Larkspur', slug: 'larkspur', kind: 'tenant', members: null });
    const fifth = await staff.house.person(larkspur);
    expect(await staff.lineOf(larkspur)).toMatchObject({ members: 5 });
    await staff.house.get(ChangeMemberStatus).run(systemActor(larkspur, 'spec'), fifth.is.memberId, 'suspended');
    expect(await staff.lineOf(larkspur)).toMatchObject({ members: 5 });
    await staff.house.get(ChangeMemberStatus).run(systemActor(larkspur, 'spec'), fifth.is.memberId, 'deactivated');
    expect(await staff.lineOf(larkspur)).toMatchObject({ members: null });
  });

  it('follow its questions: open until answered, overdue once the organization was told so, never while the clock stands still', async () => {
    const larkspur = await staff.house.organization();
    const id = await staff.question(larkspur);
    await staff.question(larkspur, 'answered', 'due');
    expect(await staff.lineOf(larkspur)).toMatchObject({ openRequests: 1, overdueRequests: 0 });
    const set = (changes: string) => staff.house.rows(larkspur, `update privacy_requests set ${changes} where id = $1`, [id]);
    await set(`told_stage = 'due'`);
    expect(await staff.lineOf(larkspur)).toMatchObject({ openRequests: 1, overdueRequests: 1, attention: expect.arrayContaining(['overdue-questions']) });
    await set(`told_stage = 'escalation', state = 'in-progress'`);
    expect(await staff.lineOf(larkspur)).toMatchObject({ openRequests: 1, overdueRequests: 1 });
    await set(`paused = true, state = 'waiting-for-person'`);
    expect(await staff.lineOf(larkspur)).toMatchObject({ openRequests: 1, overdueRequests: 0 });
    await set(`paused = false, state = 'answered', outcome = 'fulfilled', closed_at = now()`);
    expect(await staff.lineOf(larkspur)).toMatchObject({ openRequests: 0, overdueRequests: 0 });
    await set(`state = 'in-progress', outcome = null, closed_at = null, told_stage = null`);
    expect(await staff.lineOf(larkspur)).toMatchObject({ openRequests: 1, overdueRequests: 0 });
    await staff.house.rows(larkspur, 'delete from privacy_requests');
    expect(await staff.lineOf(larkspur)).toMatchObject({ openRequests: 0, overdueRequests: 0 });
  });

  it('follow its name, its contact and its domains', async () => {
    const larkspur = await staff.house.organization();
    const owner = await staff.house.person(larkspur, 'owner');
    expect(await staff.lineOf(larkspur)).toMatchObject({ contactNamed: false, domainVerified: false, attention: ['nobody-named', 'domain-unverified'] });
    await owner.put('/privacy-contact', { version: 1, contact, substitute: contact });
    const domain = await staff.house.get(AddVerifiedDomain).run(larkspur, 'larkspur.example');
    const other = await staff.house.get(AddVerifiedDomain).run(larkspur, 'larkspur-two.example');
    await owner.patch('', { version: 1, name: 'Larkspur Optics' });
    expect(await staff.lineOf(larkspur)).toMatchObject({ name: 'Larkspur Optics', contactNamed: true, domainVerified: true, attention: [] });
    await owner.delete(`/domains/${domain}`);
    expect(await staff.lineOf(larkspur)).toMatchObject({ domainVerified: true });
    await owner.delete(`/domains/${other}`);
    await owner.put('/privacy-contact', { version: 2, contact: null });
    expect(await staff.lineOf(larkspur)).toMatchObject({ contactNamed: false, domainVerified: false });
  });

  it('are the same before and after the deltas are folded in, however often', async () => {
    const larkspur = await staff.house.organization();
    await staff.crowd(larkspur, 7);
    await staff.question(larkspur, 'received', 'due');
    const before = await staff.lineOf(larkspur);
    expect(await staff.house.get(FoldFigures).run()).toBeGreaterThan(0);
    expect(await staff.lineOf(larkspur)).toEqual(before);
    expect(await staff.house.get(FoldFigures).run()).toBe(0);
    expect((await staff.house.owner.query('select count(*)::integer as count from organization_figure_deltas')).rows).toEqual([{ count: 0 }]);
    expect(
      (await staff.house.owner.query('select member_count, open_requests, overdue_requests from organization_figures where organization_id = $1', [larkspur]))
        .rows,
    ).toEqual([{ member_count: 7, open_requests: 1, overdue_requests: 1 }]);
  });

  it('do not make two who add members wait for each other', async () => {
    const larkspur = await staff.house.organization();
    await staff.house.database.tenant(systemActor(larkspur, 'spec'), async (tx) => {
      await tx.query(
        `insert into members (organization_id, id, number, status, email, email_folded, locale, created_at) values ($1, $2, 10999, 'active', 'a@b.example', 'a@b.example', 'en', $3)`,
        [larkspur, newId(), tx.at],
      );
      await staff.crowd(larkspur, 5);
      await staff.house.get(FoldFigures).run();
    });
    expect(await staff.lineOf(larkspur)).toMatchObject({ members: 6 });
  });

  it('can be written by nobody but the triggers', async () => {
    for (const statement of [
      'update organization_figures set open_requests = 0',
      'insert into organization_figure_deltas (organization_id) values (gen_random_uuid())',
      'delete from organization_figure_deltas',
    ]) {
      await expect(staff.house.database.global((tx) => tx.query(statement))).rejects.toThrow(/permission denied/);
    }
  });
});
