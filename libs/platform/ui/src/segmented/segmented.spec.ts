import { Component, signal } from '@angular/core';
import { FormField, disabled, form } from '@angular/forms/signals';
import { expectAccessible, mount } from '../../testing/src';
import { Segmented } from './segmented';
import { SegmentedHarness } from './segmented.harness';

const CHOICES = [
  { value: 'open', label: 'Open', icon: 'inbox' },
  { value: 'closed', label: 'Closed' },
] as const;

@Component({
  selector: 'sp-filtering',
  imports: [FormField, Segmented],
  template: `
    <sp-segmented label="Show" [choices]="choices" [(value)]="shown" />
    <sp-segmented label="Keep" [choices]="choices" [formField]="form.kept" />
  `,
})
class Filtering {
  protected readonly choices = CHOICES;
  readonly shown = signal('open');
  readonly locked = signal(false);
  readonly model = signal({ kept: 'closed' });
  protected readonly form = form(this.model, (path) => disabled(path.kept, { when: () => this.locked() }));
}

describe('a choice among a few answers', () => {
  it('shows all answers and which one is chosen', async () => {
    const page = await mount(Filtering);
    const choice = await page.part(SegmentedHarness.labelled('Show'));
    expect(await choice.answers()).toEqual(['Open', 'Closed']);
    expect(await choice.chosen()).toBe('Open');
    await expectAccessible(page.element);
  });

  it('changes by itself', async () => {
    const page = await mount(Filtering);
    const choice = await page.part(SegmentedHarness.labelled('Show'));
    await choice.choose('Closed');
    expect(page.component.shown()).toBe('closed');
    expect(await choice.chosen()).toBe('Closed');
  });

  it('changes in a form, and keeps still when the form says so', async () => {
    const page = await mount(Filtering);
    const choice = await page.part(SegmentedHarness.labelled('Keep'));
    await choice.choose('Open');
    expect(page.component.model().kept).toBe('open');
    page.component.locked.set(true);
    await page.settle();
    expect(page.element.querySelectorAll<HTMLFieldSetElement>('fieldset')[1]?.disabled).toBe(true);
  });

  it('is one question to those who hear it', async () => {
    const page = await mount(Filtering);
    const names = [...page.element.querySelectorAll('input')].map((input) => input.name);
    expect(names[0]).toBe(names[1]);
    expect(names[1]).not.toBe(names[2]);
  });
});
