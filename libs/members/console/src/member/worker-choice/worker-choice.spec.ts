import type { MemberView } from '@smartpar/members/model';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { MAY, ORGANIZATION, memberView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { WorkerChoice } from './worker-choice';

const ADDRESS = `/api/organizations/${ORGANIZATION}/members/member-1/worker`;
const AGENT = { type: 'agent', until: '2026-03-31', over: false } as const;

async function show(facts: Partial<MemberView> = {}): Promise<{ page: Mounted<WorkerChoice>; changed: () => number }> {
  const page = await mount(WorkerChoice, { texts: { members: en }, inputs: { organizationId: ORGANIZATION, member: memberView(facts) } });
  await page.settle();
  let changed = 0;
  page.component.changed.subscribe(() => (changed += 1));
  return { page, changed: () => changed };
}

async function press(page: Mounted<WorkerChoice>): Promise<void> {
  page.element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await page.settle();
}

describe('as what a member works', () => {
  it('is chosen, with a last day where there can be one', async () => {
    const { page, changed } = await show();
    expect(page.element.querySelector('input[type=date]')).toBeNull();
    await (await page.part(FieldHarness.labelled('Works here as'))).choose('contractor');
    await page.settle();
    await (await page.part(FieldHarness.labelled('Last day'))).fill('2026-03-31');
    await expectAccessible(page.element);
    await press(page);
    const call = page.http.expectOne(ADDRESS);
    expect(call.request.body).toEqual({ version: 3, type: 'contractor', until: '2026-03-31' });
    call.flush({ memberId: 'member-1', number: 10422, status: 'active', version: 4 });
    await page.settle();
    expect(changed()).toBe(1);
  });

  it('has no last day any more for somebody who is employed', async () => {
    const { page } = await show({ worker: AGENT });
    await (await page.part(FieldHarness.labelled('Works here as'))).choose('employee');
    await page.settle();
    await press(page);
    expect(page.http.expectOne(ADDRESS).request.body).toEqual({ version: 3, type: 'employee', until: null });
  });

  it('says why an only owner has no last day', async () => {
    const { page } = await show({ worker: { type: 'agent', until: null, over: false } });
    await (await page.part(FieldHarness.labelled('Last day'))).fill('2026-03-31');
    await page.settle();
    await press(page);
    page.http.expectOne(ADDRESS).flush({ code: 'member.last_owner' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('the only owner');
  });

  it('that somebody else changed meanwhile is read again', async () => {
    const { page, changed } = await show({ worker: AGENT });
    await (await page.part(FieldHarness.labelled('Works here as'))).choose('employee');
    await page.settle();
    await press(page);
    page.http.expectOne(ADDRESS).flush({ code: 'member.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(changed()).toBe(1);
  });

  it('is not offered to those who may not correct', async () => {
    const { page } = await show({ may: { ...MAY, correct: false } });
    expect(page.element.hidden).toBe(true);
  });
});
