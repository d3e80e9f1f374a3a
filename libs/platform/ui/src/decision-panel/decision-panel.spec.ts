import { Component } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { DecisionPanel, type Decision } from './decision-panel';
import { DecisionPanelHarness } from './decision-panel.harness';

@Component({
  selector: 'sp-deciding',
  imports: [DecisionPanel],
  template: '<sp-decision-panel question="Let support in?" yes="Allow" no="Refuse" (decided)="decisions.push($event)">Case 4711.</sp-decision-panel>',
})
class Deciding {
  readonly decisions: Decision[] = [];
}

const begin = async () => {
  const page = await mount(Deciding);
  return { page, panel: await page.part(DecisionPanelHarness), decisions: page.component.decisions };
};

describe('a decision', () => {
  it('shows the evidence before the buttons', async () => {
    const { page } = await begin();
    expect(page.text()).toBe('Let support in? Case 4711. Your reason Refuse Allow');
    await expectAccessible(page.element);
  });

  it.each([
    ['Allow', 'yes'],
    ['Refuse', 'no'],
  ])('%s needs a reason', async (word, verdict) => {
    const { page, panel, decisions } = await begin();
    await panel.decide(word);
    expect(decisions).toEqual([]);
    expect(await panel.missing()).toContain('give a reason');
    await expectAccessible(page.element);
    await panel.reason('  Needed for case 4711. ');
    await panel.decide(word);
    expect(decisions).toEqual([{ verdict, reason: 'Needed for case 4711.' }]);
  });

  it('is not made by Enter or Escape', async () => {
    const { page, panel, decisions } = await begin();
    await panel.reason('x');
    for (const key of ['Enter', 'Escape']) page.element.querySelector('textarea')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(decisions).toEqual([]);
    expect([...page.element.querySelectorAll('button')].map((button) => button.type)).toEqual(['button', 'button']);
  });
});
