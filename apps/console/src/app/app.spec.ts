import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { App } from './app';
import { AppHarness } from './app.harness';
import en from './i18n/en.json' with { type: 'json' };
import { CommandPalette } from './shell/command-palette/command-palette';
import { Shortcuts } from './shell/shortcuts/shortcuts';

@Component({ selector: 'sp-page', template: '<main id="main" tabindex="-1"><h1>Page</h1><input aria-label="Text" /></main>' })
class Page {}

async function app(facts: ReturnType<typeof sessionFacts> | null = sessionFacts()) {
  const page = await mount(App, { texts: en, providers: [provideSession(facts)], routes: [{ path: 'page', component: Page }] });
  await page.router.navigateByUrl('/page');
  await page.settle();
  return {
    page,
    palette: jest.spyOn(TestBed.inject(CommandPalette), 'show').mockReturnValue(undefined),
    list: jest.spyOn(TestBed.inject(Shortcuts), 'show').mockReturnValue(undefined),
  };
}

const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));

describe('the console', () => {
  it('offers the way past the navigation first of all', async () => {
    const { page } = await app();
    expect(page.element.querySelector('a, button')?.textContent).toBe('Skip to the page');
    await (await page.part(AppHarness)).skip();
    expect(document.activeElement?.id).toBe('main');
    await expectAccessible(page.element);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('opens the palette by K with %j, in the place of what the browser does', async (init) => {
    const { palette } = await app();
    expect(press('k', init)).toBe(false);
    expect(palette).toHaveBeenCalledTimes(1);
  });

  it('has no palette for strangers', async () => {
    const { palette } = await app(null);
    press('k', { ctrlKey: true });
    expect(palette).not.toHaveBeenCalled();
  });

  it('lists the shortcuts by a question mark, unless somebody is typing one', async () => {
    const { page, list } = await app();
    press('?', {}, page.element.querySelector('input') ?? document);
    expect(list).not.toHaveBeenCalled();
    press('?');
    expect(list).toHaveBeenCalledTimes(1);
  });
});
