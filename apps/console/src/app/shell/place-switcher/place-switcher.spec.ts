import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { PlaceSwitcher } from './place-switcher';
import { PlaceSwitcherHarness } from './place-switcher.harness';

const NORDWERK = membership({ organizationId: 'o1', organizationName: 'Nordwerk', roles: ['privacy-officer'] });
const SMARTPAR = membership({ organizationId: 'w', organizationName: 'SmartPAR', kind: 'workforce', roles: ['support'] });

const switcher = async (memberships = [NORDWERK, SMARTPAR], address = '/org/o1/home') => {
  const page = await mount(PlaceSwitcher, { texts: en, address, providers: [provideSession(sessionFacts({ memberships })), provideAbilities('o1', [])] });
  return { page, switcher: await page.part(PlaceSwitcherHarness) };
};

describe('the place switcher', () => {
  it('says where one is and where else one could be', async () => {
    const { switcher: shown } = await switcher();
    expect(await shown.here()).toBe('Nordwerk');
    expect(await shown.places()).toEqual(['My privacy', 'Nordwerk', 'SmartPAR', 'Oversight']);
    expect(document.querySelector('.sp-popover-panel [aria-current=true]')?.textContent).toContain('Nordwerk');
    await expectAccessible(document.body);
  });

  it('closes when one goes elsewhere', async () => {
    const { page, switcher: shown } = await switcher();
    await shown.places();
    document.querySelector<HTMLAnchorElement>('.sp-popover-panel a[href="/oversight"]')?.click();
    await page.settle();
    expect(page.router.url).toBe('/oversight');
    expect(document.querySelector('.sp-popover-panel')).toBeNull();
    expect(await shown.here()).toBe('Oversight');
  });

  it('is only a name to whoever has nowhere else to go', async () => {
    const { switcher: shown } = await switcher([membership()], '/my');
    expect(await shown.canSwitch()).toBe(false);
    expect(await shown.here()).toBe('My privacy');
  });
});
