import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { Rail } from './rail';
import { RailHarness } from './rail.harness';

const providers = [
  provideSession(sessionFacts({ memberships: [membership({ organizationId: 'o1', roles: ['privacy-officer'] })] })),
  provideAbilities('o1', [{ action: 'list', subject: 'privacy-request' }]),
];
const rail = async (address: string, inputs: Readonly<Record<string, unknown>> = {}) => {
  const page = await mount(Rail, { texts: en, providers, address, inputs });
  return { page, rail: await page.part(RailHarness) };
};

const OWNER = [
  { action: 'list', subject: 'privacy-request' },
  { action: 'read', subject: 'member' },
  { action: 'ask', subject: 'grant' },
  { action: 'read', subject: 'audit-entry' },
  { action: 'read', subject: 'organization' },
];
const ownerAt = (address: string, shape: string) =>
  mount(Rail, { texts: en, address, inputs: { shape }, providers: [providers[0] ?? [], provideAbilities('o1', OWNER)] });

describe('the rail', () => {
  it('shows the ways one may go in words, and where one is', async () => {
    const { page, rail: shown } = await rail('/org/o1/inbox/q1?from=home');
    expect(await shown.ways()).toEqual(['What needs you', 'Inbox']);
    expect(await shown.here()).toBe('Inbox');
    await expectAccessible(page.element);
  });

  it('shows everything in the bar of a phone too, where there is room', async () => {
    const reader = [providers[0] ?? [], provideAbilities('o1', [{ action: 'ask', subject: 'grant' }])];
    const page = await mount(Rail, { providers: reader, texts: en, address: '/org/o1/home', inputs: { shape: 'bar' } });
    const shown = await page.part(RailHarness);
    expect([await shown.ways(), await shown.more()]).toEqual([['Waiting', 'Access'], []]);
  });

  it('has five words in the bar of a phone at most: the last one opens what has no room', async () => {
    const page = await ownerAt('/org/o1/home', 'bar');
    const shown = await page.part(RailHarness);
    expect([await shown.ways(), await shown.hereBehindMore()]).toEqual([['Waiting', 'Inbox', 'Members', 'Access'], false]);
    await expectAccessible(page.element);
    expect(await shown.more()).toEqual(['Log', 'Settings']);
    expect(document.activeElement?.textContent).toContain('Log');
    await expectAccessible(document.body);
  });

  it('says in the bar of a phone that one is on something that has no room there, and where', async () => {
    const page = await ownerAt('/org/o1/settings/templates?from=home', 'bar');
    const shown = await page.part(RailHarness);
    expect([await shown.here(), await shown.hereBehindMore()]).toEqual([null, true]);
    await shown.more();
    expect(document.querySelector('.sp-popover-panel [aria-current=page]')?.textContent).toContain('Settings');
  });

  it('has room for everything at the side', async () => {
    const shown = await (await ownerAt('/org/o1/home', 'column')).part(RailHarness);
    expect([await shown.ways(), await shown.more()]).toEqual([['What needs you', 'Inbox', 'Members', 'Access', 'Log', 'Settings'], []]);
  });

  it('says shorter words in the bar of a phone', async () => {
    expect(await (await rail('/org/o1/home', { shape: 'bar' })).rail.ways()).toEqual(['Waiting', 'Inbox']);
  });

  it.each([
    ['/my', 'My privacy'],
    ['/my/sessions', 'My sessions'],
    ['/my/unknown', null],
  ])('at %s is on %s', async (address, here) => {
    expect(await (await rail(address)).rail.here()).toBe(here);
  });
});
