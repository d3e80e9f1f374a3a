import { Component, inject } from '@angular/core';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { ShortcutListHarness } from './shortcut-list.harness';
import { Shortcuts } from './shortcuts';

@Component({ selector: 'sp-somewhere', template: '' })
class Somewhere {
  readonly shortcuts = inject(Shortcuts);
}

async function list() {
  const page = await mount(Somewhere, { texts: en });
  page.component.shortcuts.show();
  page.component.shortcuts.show();
  await import('./shortcut-list');
  await page.settle();
  return { page, list: await page.part(ShortcutListHarness) };
}

describe('the list of shortcuts', () => {
  it('opens once and says what every key does', async () => {
    const { list: shown } = await list();
    expect(document.querySelectorAll('sp-shortcut-list')).toHaveLength(1);
    const what = await shown.what();
    for (const one of ['Find a page', 'Next in a list', 'In the list of members: select', 'In a request: reply', 'At a member: reveal a hidden value'])
      expect(what).toContain(one);
    await expectAccessible(document.body);
  });

  it('can be opened again once it was closed', async () => {
    const { page, list: shown } = await list();
    await shown.close();
    expect(document.querySelector('sp-shortcut-list')).toBeNull();
    page.component.shortcuts.show();
    await page.settle();
    expect(document.querySelector('sp-shortcut-list')).not.toBeNull();
  });
});
