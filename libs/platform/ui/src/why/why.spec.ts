import { Component } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { Why } from './why';
import { WhyHarness } from './why.harness';

@Component({ selector: 'sp-refused', imports: [Why], template: '<sp-why about="No pause">The law allows none here.</sp-why>' })
class Refused {}

describe('"Why?"', () => {
  it('opens the rule in words', async () => {
    const why = await (await mount(Refused)).part(WhyHarness);
    expect(await why.read()).toBe('The law allows none here.');
  });

  it('says to those who hear it what it is about', async () => {
    const page = await mount(Refused);
    expect(page.element.querySelector('button')?.getAttribute('aria-label')).toBe('Why? No pause');
    await expectAccessible(page.element);
  });
});
