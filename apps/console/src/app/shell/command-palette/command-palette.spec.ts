import { TestKey } from '@angular/cdk/testing';
import { Component, inject } from '@angular/core';
import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { CommandPalette } from './command-palette';
import { PaletteDialogHarness } from './palette-dialog.harness';

@Component({ selector: 'sp-somewhere', template: '' })
class Somewhere {
  readonly palette = inject(CommandPalette);
}

async function palette(address = '/org/o1/home') {
  const page = await mount(Somewhere, {
    texts: en,
    address,
    providers: [
      provideSession(sessionFacts({ memberships: [membership({ organizationId: 'o1', organizationName: 'Nordwerk', roles: ['owner'] })] })),
      provideAbilities('o1', [{ action: 'read', subject: 'audit-entry' }]),
    ],
  });
  page.component.palette.show();
  page.component.palette.show();
  await import('./palette-dialog');
  await page.settle();
  page.http.expectOne('/api/console').flush({ development: true, product: { name: 'SmartPAR', mode: 'hosted' } });
  await page.settle();
  return { page, palette: await page.part(PaletteDialogHarness) };
}

describe('the command palette', () => {
  it('opens once, with everything in reach and nothing that may not be done', async () => {
    const { palette: shown } = await palette();
    expect(document.querySelectorAll('sp-palette-dialog')).toHaveLength(1);
    const found = await shown.found();
    expect(found).toEqual(expect.arrayContaining(['What needs you', 'Log', 'My sessions', 'Development mailbox', 'Ask a privacy question']));
    expect(found).not.toContain('Inbox');
    await expectAccessible(document.body);
  });

  it('finds a page by a few letters, capitals or not', async () => {
    const { palette: shown } = await palette();
    await shown.type('SESS my');
    expect(await shown.found()).toEqual(['My sessions']);
  });

  it('puts pages whose names begin with what was typed first', async () => {
    const { palette: shown } = await palette();
    await shown.type('l');
    expect((await shown.found())[0]).toBe('Log');
    await shown.type('nor');
    expect((await shown.found())[0]).toBe('What needs you');
  });

  it("finds an organization's pages from one's own privacy too", async () => {
    const { page, palette: shown } = await palette('/my');
    await shown.type('log nordw');
    expect(await shown.found()).toEqual(['Log']);
    await shown.press(TestKey.ENTER);
    await page.settle();
    expect(page.router.url).toBe('/org/o1/audit');
  });

  it('says when there is none, and then goes nowhere', async () => {
    const { page, palette: shown } = await palette();
    await shown.type('zzz');
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('No page is called that');
    await shown.press(TestKey.DOWN_ARROW);
    await shown.press(TestKey.ENTER);
    expect(page.router.url).toBe('/org/o1/home');
  });

  it('chooses by arrows, round and round, and goes by Enter', async () => {
    const { page, palette: shown } = await palette();
    await shown.type('my');
    const found = await shown.found();
    await shown.press(TestKey.UP_ARROW);
    expect(await shown.chosen()).toBe(found.at(-1));
    await shown.press(TestKey.DOWN_ARROW);
    await shown.press(TestKey.DOWN_ARROW);
    expect(await shown.chosen()).toBe('My sessions');
    await shown.press(TestKey.ENTER);
    await page.settle();
    expect(page.router.url).toBe('/my/sessions');
    expect(document.querySelector('sp-palette-dialog')).toBeNull();
  });
});
