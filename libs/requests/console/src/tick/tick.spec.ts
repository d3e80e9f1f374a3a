import { Component, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { TickHarness } from './tick.harness';
import { TICKED, Tick } from './tick';

@Component({ selector: 'sp-wishes', imports: [FormField, Tick], template: `<sp-tick label="With milk" hint="From oats." [formField]="form.milk" />` })
class Wishes {
  readonly model = signal({ milk: '' });
  readonly form = form(this.model);
}

describe('a tick', () => {
  it('is a text to the form, so that a draft can keep it', async () => {
    const page = await mount(Wishes);
    const tick = await page.part(TickHarness);
    await tick.toggle();
    expect(page.component.model()).toEqual({ milk: TICKED });
    await tick.toggle();
    expect(page.component.model()).toEqual({ milk: '' });
  });

  it('shows what was kept, and is read with what follows from it', async () => {
    const page = await mount(Wishes);
    page.component.model.set({ milk: TICKED });
    await page.settle();
    expect(await (await page.part(TickHarness)).isTicked()).toBe(true);
    const described = page.element.querySelector('input')?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('From oats.');
    await expectAccessible(page.element);
  });
});
