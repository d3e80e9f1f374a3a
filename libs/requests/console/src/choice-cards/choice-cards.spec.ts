import { Component, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ChoiceCards } from './choice-cards';
import { ChoiceCardsHarness } from './choice-cards.harness';

@Component({
  selector: 'sp-supper',
  imports: [ChoiceCards, FormField],
  template: `<sp-choice-cards label="Supper" hint="Choose one." [choices]="choices" [faults]="{ required: 'own.hungry' }" [formField]="form.supper" />`,
})
class Supper {
  readonly choices = [
    { value: 'soup', label: 'Soup', hint: 'Warm.' },
    { value: 'bread', label: 'Bread' },
  ];
  readonly model = signal({ supper: '' });
  readonly form = form(this.model, (path) => required(path.supper));
}

const supper = async (): Promise<{ page: Mounted<Supper>; cards: ChoiceCardsHarness }> => {
  const page = await mount(Supper, { texts: { own: { hungry: 'You must eat something.' } } });
  return { page, cards: await page.part(ChoiceCardsHarness) };
};

describe('a choice among explained answers', () => {
  it('tells the form what was chosen, and shows what the form says', async () => {
    const { page, cards } = await supper();
    expect(await cards.chosen()).toBeNull();
    await cards.choose('Bread');
    expect(page.component.model()).toEqual({ supper: 'bread' });
    page.component.model.set({ supper: 'soup' });
    await page.settle();
    expect(await cards.chosen()).toBe('Soup');
  });

  it('says what is missing once it was passed over, and takes the focus for it', async () => {
    const { page, cards } = await supper();
    expect(await cards.error()).toBeNull();
    page.component.form.supper().markAsTouched();
    page.component.form.supper().focusBoundControl();
    await page.settle();
    expect(await cards.error()).toBe('You must eat something.');
    expect(document.activeElement).toBe(page.element.querySelector('input'));
  });

  it('reads each answer with its meaning', async () => {
    const { page } = await supper();
    const [soup, bread] = page.element.querySelectorAll('input');
    const meaning = document.getElementById(soup?.getAttribute('aria-describedby') ?? '');
    expect(meaning?.textContent).toBe('Warm.');
    expect(bread?.hasAttribute('aria-describedby')).toBe(false);
    await expectAccessible(page.element);
  });
});
