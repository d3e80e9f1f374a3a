import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount } from '../../testing/src';
import { PageHeader } from './page-header';
import { PageHeaderHarness } from './page-header.harness';
import { PageHeading } from './page-heading';

@Component({
  selector: 'sp-some-page',
  imports: [PageHeader],
  template: `<sp-page-header title="Inbox" purpose="What waits for an answer."><button actions type="button">New</button></sp-page-header>`,
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

  it('puts the actions after the title', async () => {
    const page = await mount(SomePage);
    expect(page.text()).toBe('Inbox What waits for an answer. New');
    await expectAccessible(page.element);
  });

  it('tells the window what is in sight, for as long as it is', async () => {
    const page = await mount(PageHeader, { inputs: { title: 'Question Q-1' } });
    const heading = TestBed.inject(PageHeading);
    expect(heading.words()).toBe('Question Q-1');
    page.fixture.componentRef.setInput('title', 'Question Q-2');
    await page.settle();
    expect(heading.words()).toBe('Question Q-2');
    page.fixture.destroy();
    expect(heading.words()).toBeNull();
  });

  it('does without a purpose', async () => {
    const page = await mount(PageHeader, { inputs: { title: 'Log' } });
    expect(await (await page.part(PageHeaderHarness)).purpose()).toBeNull();
  });
});
