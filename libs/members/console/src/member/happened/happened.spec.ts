import { provideAbilities } from '@smartpar/access/console/testing';
import { TimelineHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, SITES, memberEvent, memberView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Happened } from './happened';

const TIMELINE = `/api/organizations/${ORGANIZATION}/members/member-1/timeline`;
const EVENTS = [
  memberEvent({ id: '3', action: 'member.status-changed', facts: { from: 'active', to: 'suspended' } }),
  memberEvent({ id: '2', action: 'member.placed', facts: { from: null, to: 'site-2' } }),
  memberEvent({ id: '1', action: 'member.added', facts: { number: 10422 }, actor: { kind: 'system', memberNumber: null, roles: [] } }),
];

const open = (): Promise<Mounted<Happened>> =>
  mount(Happened, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, member: memberView() },
    providers: [provideAbilities(ORGANIZATION, [{ action: 'read', subject: 'site' }])],
  });

async function read(items: readonly object[], next: string | null = null): Promise<Mounted<Happened>> {
  const page = await open();
  page.http.expectOne(TIMELINE).flush({ items, next });
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/sites`)) call.flush(SITES);
  await page.settle();
  return page;
}

describe('what happened to a member', () => {
  it('is told in words, newest first, with who did it', async () => {
    const page = await read(EVENTS);
    const entries = await (await page.part(TimelineHarness)).entries();
    expect(await Promise.all(entries.map((entry) => entry.what()))).toEqual(['Was suspended', 'Was given the site Hill', 'Was added']);
    expect(page.text()).toContain('M-10001');
    expect(page.text()).toContain('The system');
    await expectAccessible(page.element);
  });

  it('goes on where there is more', async () => {
    const page = await read(EVENTS, 'older');
    page.element.querySelector('button')?.click();
    await page.settle();
    page.http.expectOne(`${TIMELINE}?after=older`).flush({ items: [memberEvent({ id: '0' })], next: null });
    await page.settle();
    expect(await (await page.part(TimelineHarness)).entries()).toHaveLength(4);
    expect(page.element.querySelector('button')).toBeNull();
  });

  it('is read again once something was done to the member', async () => {
    const page = await read(EVENTS);
    page.fixture.componentRef.setInput('member', memberView({ version: 4 }));
    await page.settle();
    page.http.expectOne(TIMELINE).flush({ items: EVENTS.slice(1), next: null });
    await page.settle();
    expect(await (await page.part(TimelineHarness)).entries()).toHaveLength(2);
  });

  it('says so where nothing was written down', async () => {
    expect((await read([])).text()).toContain('Here since 5 January 2026. Nothing has happened since.');
  });
});
