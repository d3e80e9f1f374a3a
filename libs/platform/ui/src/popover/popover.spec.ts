import { Component } from '@angular/core';
import { expectAccessible, mount, type Mounted } from '../../testing/src';
import { Popover } from './popover';
import { PopoverHarness } from './popover.harness';

@Component({
  selector: 'sp-explained',
  imports: [Popover],
  template: `
    <button type="button" spPopoverLabel="How it was computed" [spPopover]="panel">Date</button>
    <ng-template #panel><a href="#rule">One month</a></ng-template>
    <button type="button" class="other">Other</button>
  `,
})
class Explained {}

async function opened(): Promise<{ page: Mounted<Explained>; popover: PopoverHarness }> {
  const page = await mount(Explained);
  const popover = await page.part(PopoverHarness);
  await popover.toggle();
  return { page, popover };
}

const panel = () => document.querySelector<HTMLElement>('.sp-popover-panel');

describe('a popover', () => {
  it('opens beside its button, named, with the focus inside', async () => {
    const { popover } = await opened();
    expect(await popover.content()).toBe('One month');
    expect(await popover.isOpen()).toBe(true);
    expect(panel()?.getAttribute('role')).toBe('dialog');
    expect(panel()?.getAttribute('aria-label')).toBe('How it was computed');
    expect(document.activeElement?.textContent).toBe('One month');
    await expectAccessible(document.body);
  });

  it('closes on Escape and gives the focus back', async () => {
    const { page, popover } = await opened();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(await popover.isOpen()).toBe(false);
    expect(document.activeElement).toBe(page.element.querySelector('button'));
  });

  it('closes on a click beside it, and by its own button', async () => {
    const { page, popover } = await opened();
    page.element.querySelector<HTMLElement>('.other')?.click();
    expect(await popover.content()).toBeNull();
    await popover.toggle();
    await popover.toggle();
    expect(await popover.content()).toBeNull();
  });

  it('closes when the page is left, and goes with its button', async () => {
    const { page, popover } = await opened();
    await page.router.navigateByUrl('/elsewhere');
    expect(await popover.content()).toBeNull();
    await popover.toggle();
    page.fixture.destroy();
    expect(panel()).toBeNull();
  });
});
