import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { LanguageChoice } from './language-choice';
import { LanguageChoiceHarness } from './language-choice.harness';

const open = () => mount(LanguageChoice, { texts: { organizations: en }, inputs: { label: 'Languages', value: ['de'] } });

describe('the choice of languages', () => {
  it('adds one at a time and offers it no more', async () => {
    const page = await open();
    const choice = await page.part(LanguageChoiceHarness);
    await choice.add('pt');
    await page.settle();
    expect(page.component.value()).toEqual(['de', 'pt']);
    expect(await choice.chosen()).toEqual(['German', 'Portuguese']);
    expect(page.element.querySelector('option[value=pt]')).toBeNull();
    await expectAccessible(page.element);
  });

  it('takes one out', async () => {
    const page = await open();
    const touched = jest.fn();
    page.component.touch.subscribe(touched);
    await (await page.part(LanguageChoiceHarness)).remove(0);
    expect(page.component.value()).toEqual([]);
    expect(touched).toHaveBeenCalled();
  });
});
