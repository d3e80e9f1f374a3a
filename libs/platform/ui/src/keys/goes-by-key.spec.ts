import { Component } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { GoesByKey } from './goes-by-key';

@Component({
  imports: [GoesByKey],
  template: '<button type="button" spGoesByKey="A">Allow</button><button type="button" spGoesByKey="D">Dismiss</button><input aria-label="Reason" />',
})
class Two {}

const open = async () => {
  const page = await mount(Two, {});
  const press = (key: string, more: KeyboardEventInit = {}, on: EventTarget = document) => {
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    return document.activeElement?.textContent;
  };
  return { page, press };
};

describe('a button that a key leads to', () => {
  it('is gone to by its own key, in either case, and says which that is', async () => {
    const { page, press } = await open();
    expect([press('a'), press('D'), press('A'), press('x')]).toEqual(['Allow', 'Dismiss', 'Allow', 'Allow']);
    expect([...page.element.querySelectorAll('button')].map((button) => button.getAttribute('aria-keyshortcuts'))).toEqual(['A', 'D']);
    await expectAccessible(page.element);
  });

  it('leaves keys alone that are meant for a field, or for the browser', async () => {
    const { page, press } = await open();
    const field = page.element.querySelector('input');
    field?.focus();
    if (field !== null) press('a', {}, field);
    press('a', { ctrlKey: true });
    expect(document.activeElement).toBe(field);
  });
});
