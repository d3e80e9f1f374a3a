import { TestBed } from '@angular/core/testing';
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

describe('the rail', () => {
  it('shows the ways one may go in words, and where one is', async () => {
    const { page, rail: shown } = await rail('/org/o1/inbox/q1?from=home');
    expect(await shown.ways()).toEqual(['What needs you', 'Inbox']);
    expect(await shown.here()).toBe('Inbox');
    await expectAccessible(page.element);
  });

  it('shows more at the side than in the bar of a phone', async () => {
    const reader = { providers: [providers[0] ?? [], provideAbilities('o1', [{ action: 'ask', subject: 'grant' }])], texts: en, address: '/org/o1/home' };
    const ways = async (shape: string) => (await (await mount(Rail, { ...reader, inputs: { shape } })).part(RailHarness)).ways();
    expect(await ways('column')).toEqual(['What needs you', 'Access']);
    TestBed.resetTestingModule();
    expect(await ways('bar')).toEqual(['Waiting']);
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
