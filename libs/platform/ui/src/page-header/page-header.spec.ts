import { Component } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { PageHeader } from './page-header';
import { PageHeaderHarness } from './page-header.harness';

@Component({
  selector: 'sp-some-page',
  imports: [PageHeader],
  template: `<sp-page-header title="Inbox" purpose="What waits for an answer."
    ><a back href="/up">Back</a><button actions type="button">New</button></sp-page-header
  >`,
})
class SomePage {}

describe('a page header', () => {
  it('says what the page is and what it is for', async () => {
    const header = await (await mount(SomePage)).part(PageHeaderHarness);
    expect(await header.title()).toBe('Inbox');
    expect(await header.purpose()).toBe('What waits for an answer.');
  });

  it('can take the focus after navigation, without being a stop of the Tab key', async () => {
    const page = await mount(SomePage);
    const title = page.element.querySelector('h1');
    title?.focus();
    expect(document.activeElement).toBe(title);
    expect(title?.tabIndex).toBe(-1);
  });

  it('puts the way back before the title and the actions after it', async () => {
    const page = await mount(SomePage);
    expect(page.text()).toBe('Back Inbox What waits for an answer. New');
    await expectAccessible(page.element);
  });

  it('does without a purpose', async () => {
    const page = await mount(PageHeader, { inputs: { title: 'Log' } });
    expect(await (await page.part(PageHeaderHarness)).purpose()).toBeNull();
  });
});
