import { TestKey } from '@angular/cdk/testing';
import { Component, inject } from '@angular/core';
import type { Rule } from '@smartpar/access/model';
import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { CommandPalette } from './command-palette';
import { PaletteDialogHarness } from './palette-dialog.harness';

@Component({ selector: 'sp-somewhere', template: '' })
class Somewhere {
  readonly palette = inject(CommandPalette);
}

async function palette(address = '/org/o1/home', rules: Rule[] = [{ action: 'read', subject: 'audit-entry' }]) {
  const page = await mount(Somewhere, {
    texts: en,
    address,
    providers: [
      provideSession(sessionFacts({ memberships: [membership({ organizationId: 'o1', organizationName: 'Nordwerk', roles: ['owner'] })] })),
      provideAbilities('o1', rules),
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

describe('what the palette does', () => {
  const FINDS: Rule[] = [{ action: 'find', subject: 'member' }];

  it('leads those who may to inviting, and nobody else', async () => {
    const { page, palette: shown } = await palette('/org/o1/home', [{ action: 'invite', subject: 'member' }]);
    await shown.type('invite');
    expect(await shown.found()).toEqual(['Invite a member']);
    await shown.press(TestKey.ENTER);
    await page.settle();
    expect(page.router.url).toBe('/org/o1/members/invite');
  });

  it('shows nobody an act they may not do', async () => {
    const { palette: shown } = await palette();
    expect(await shown.found()).not.toContain('Invite a member');
    await shown.type('M-10422');
    expect(await shown.found()).toEqual([]);
  });

  it('begins a question, signed in', async () => {
    const { page, palette: shown } = await palette();
    await shown.type('ask a');
    await shown.press(TestKey.ENTER);
    await page.settle();
    expect(page.router.url).toBe('/my?ask=question');
  });

  it('signs out', async () => {
    const { palette: shown } = await palette();
    await shown.type('sign out');
    expect(await shown.found()).toEqual(['Sign out']);
  });

  it('looks a member up by exactly their number, once it is chosen and not before', async () => {
    const { page, palette: shown } = await palette('/org/o1/home', FINDS);
    await shown.type('m-10422');
    expect((await shown.found())[0]).toBe('Find the member m-10422');
    page.http.verify();
    await shown.press(TestKey.ENTER);
    await page.settle();
    const call = page.http.expectOne('/api/organizations/o1/members/search');
    expect([call.request.method, call.request.body]).toEqual(['POST', { search: 'm-10422', size: 1 }]);
    call.flush({ items: [{ id: 'member-7' }], next: null });
    await page.settle();
    expect(page.router.url).toBe('/org/o1/members/member-7');
    expect(document.querySelector('sp-palette-dialog')).toBeNull();
  });

  it('says that there is nobody until something else is typed', async () => {
    const { page, palette: shown } = await palette('/org/o1/home', FINDS);
    await shown.type('nobody@nordwerk.example');
    await shown.press(TestKey.ENTER);
    await page.settle();
    page.http.expectOne('/api/organizations/o1/members/search').flush({ items: [], next: null });
    await page.settle();
    const dialog = (): string => document.querySelector('sp-palette-dialog')?.textContent ?? '';
    expect(dialog()).toContain('No member here has exactly this number or address.');
    await expectAccessible(document.body);
    await shown.type('nobody');
    expect(dialog()).not.toContain('No member here');
  });

  it('says why it could not look', async () => {
    const { page, palette: shown } = await palette('/org/o1/home', FINDS);
    await shown.type('10422');
    await shown.press(TestKey.ENTER);
    await page.settle();
    page.http.expectOne('/api/organizations/o1/members/search').flush({ code: 'internal' }, { status: 500, statusText: 'Failed' });
    await page.settle();
    expect(document.querySelector('sp-palette-dialog [role=alert]')).not.toBeNull();
  });
});
