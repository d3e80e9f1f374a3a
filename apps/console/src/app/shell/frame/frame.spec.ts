import { TestBed } from '@angular/core/testing';
import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Banners } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { CommandPalette } from '../command-palette/command-palette';
import { Frame } from './frame';
import { FrameHarness } from './frame.harness';

const frame = () =>
  mount(Frame, {
    texts: en,
    address: '/org/o1/home',
    providers: [
      provideSession(sessionFacts({ memberships: [membership({ organizationId: 'o1', organizationName: 'Nordwerk', roles: ['owner'] })] })),
      provideAbilities('o1', [{ action: 'list', subject: 'privacy-request' }]),
    ],
  });

describe('the frame', () => {
  it('says where one is, who one is and where one can go', async () => {
    const page = await frame();
    for (const word of ['Nordwerk', 'Ines Brandt', 'Inbox']) expect(page.text()).toContain(word);
  });

  it('has one main place, and banners above it', async () => {
    const page = await frame();
    TestBed.inject(Banners).show({ id: 'x', tone: 'told', text: 'shell.offline' });
    await page.settle();
    expect(page.element.querySelectorAll('main')).toHaveLength(1);
    expect(page.element.querySelector('.page')?.textContent).toMatch(/^\s*You are offline/);
  });

  it('opens the palette by its button too', async () => {
    const page = await frame();
    const show = jest.spyOn(TestBed.inject(CommandPalette), 'show').mockReturnValue(undefined);
    await (await page.part(FrameHarness)).find();
    expect(show).toHaveBeenCalledTimes(1);
  });

  it('is in order for those who hear the page', async () => {
    // on a screen only one of the two rails is there; without styles both are, and would be two landmarks of one name
    const page = await frame();
    page.element.querySelector('.bottom')?.remove();
    await expectAccessible(page.element);
  });
});
