import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { mount } from '../../testing/src';
import { Language } from './language';

@Component({ selector: 'sp-speaking', imports: [TranslocoPipe], template: `{{ 'ui.retry' | transloco }} / {{ said() }}` })
class Speaking {
  readonly language = inject(Language);
  protected readonly said = computed(() => this.language.say('ui.undo'));
}

describe('the language', () => {
  beforeEach(() => localStorage.clear());

  it('changes every text at run time, and the document with it', async () => {
    const page = await mount(Speaking);
    expect(page.text()).toBe('Try again / Undo');
    expect(document.documentElement.lang).toBe('en');
    await page.component.language.use('de');
    await page.settle();
    expect(page.text()).toBe('Noch einmal versuchen / Rückgängig');
    expect(document.documentElement.lang).toBe('de');
    expect(document.documentElement.dir).toBe('ltr');
  });

  it.each<[string | null, readonly string[], string]>([
    ['de', ['en-GB'], 'de'],
    [null, ['de-AT', 'en'], 'de'],
    [null, ['fr', 'de'], 'de'],
    [null, ['fr'], 'en'],
    ['xx', ['de'], 'en'],
  ])('with %s stored and a browser of %j begins with %s', async (stored, browser, begun) => {
    if (stored !== null) localStorage.setItem('language', stored);
    const { component } = await mount(Speaking);
    await component.language.begin(browser);
    expect(component.language.current()).toBe(begun);
  });

  it.each<[readonly string[], 'en' | 'de', string]>([
    [[], 'en', 'en-GB'],
    [['en'], 'en', 'en-GB'],
    [['en-US', 'en'], 'en', 'en-US'],
    [['fr-FR', 'en-AU'], 'en', 'en-AU'],
    [['de-AT', 'en-US'], 'de', 'de-AT'],
    [['en-US'], 'de', 'de-DE'],
    [['en_US', 'en-', 'en-x-odd'], 'en', 'en-GB'],
  ])('of a browser of %j, read in %s, is written as in %s', async (browser, current, written) => {
    const { component } = await mount(Speaking);
    await component.language.begin(browser);
    await component.language.use(current);
    expect(component.language.written()).toBe(written);
  });

  it('remembers a choice, but not what the browser said', async () => {
    const { component } = await mount(Speaking);
    await component.language.begin(['de']);
    expect(localStorage.getItem('language')).toBeNull();
    await component.language.use('de');
    expect(localStorage.getItem('language')).toBe('de');
  });

  it('counts as the language does', async () => {
    const { component } = await mount(Speaking);
    expect(component.language.sayCount('ui.clock.daysLeft', 1)).toBe('1 day left');
    expect(component.language.sayCount('ui.clock.daysLeft', 1200)).toBe('1,200 days left');
    await component.language.use('de');
    expect(component.language.sayCount('ui.clock.daysLeft', 1)).toBe('noch 1 Tag');
  });

  it('knows which texts there are', async () => {
    const { component } = await mount(Speaking);
    expect(component.language.knows('ui.retry')).toBe(true);
    expect(component.language.knows('ui.never')).toBe(false);
  });
});
