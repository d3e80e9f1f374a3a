import { TestBed } from '@angular/core/testing';
import { Appearance } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { AppearanceChoices } from './appearance-choices';
import { AppearanceChoicesHarness } from './appearance-choices.harness';

describe('language and look', () => {
  beforeEach(() => localStorage.clear());

  it('names each language in that language', async () => {
    const page = await mount(AppearanceChoices, { texts: en });
    expect(page.text()).toContain('English Deutsch');
    await expectAccessible(page.element);
  });

  it('changes the language at once', async () => {
    const page = await mount(AppearanceChoices, { texts: en });
    await (await page.part(AppearanceChoicesHarness)).choose('Deutsch');
    await page.settle();
    expect(document.documentElement.lang).toBe('de');
  });

  it('changes theme and density at once', async () => {
    const page = await mount(AppearanceChoices, { texts: en });
    const choices = await page.part(AppearanceChoicesHarness);
    await choices.choose('Dark');
    await choices.choose('Compact');
    expect(TestBed.inject(Appearance).theme()).toBe('dark');
    expect(TestBed.inject(Appearance).density()).toBe('compact');
    await choices.choose('System');
    await choices.choose('Comfortable');
    expect(localStorage).toHaveLength(0);
  });
});
