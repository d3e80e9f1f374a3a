import { TestBed } from '@angular/core/testing';
import { Session } from '@smartpar/access/console';
import { sessionFacts } from '@smartpar/access/console/testing';
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

  it('changes the language at once, and tells nobody where nobody is signed in', async () => {
    const page = await mount(AppearanceChoices, { texts: en });
    await (await page.part(AppearanceChoicesHarness)).choose('Deutsch');
    await page.settle();
    expect(document.documentElement.lang).toBe('de');
    page.http.verify();
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

describe('the language of somebody signed in', () => {
  const PREFERENCES = '/api/account/preferences';
  const account = (locale: 'en' | 'de') => sessionFacts({ account: { ...sessionFacts().account, locale } });

  const signedIn = async () => {
    localStorage.clear();
    const page = await mount(AppearanceChoices, { texts: en });
    const known = TestBed.inject(Session).ensure();
    page.http.expectOne('/api/session').flush(account('en'));
    await known;
    return { page, choices: await page.part(AppearanceChoicesHarness) };
  };

  it('is that of the account too, and of the last choice where there were several', async () => {
    const { page, choices } = await signedIn();
    await choices.choose('Deutsch');
    await choices.choose('English');
    await page.settle();
    expect(document.documentElement.lang).toBe('en');
    page.http.expectOne({ method: 'PUT', url: PREFERENCES }).flush({ locale: 'de' });
    await page.settle();
    page.http.expectOne('/api/session').flush(account('de'));
    await page.settle();
    const last = page.http.expectOne({ method: 'PUT', url: PREFERENCES });
    expect(last.request.body).toEqual({ locale: 'en' });
    last.flush({ locale: 'en' });
    await page.settle();
    page.http.expectOne('/api/session').flush(account('en'));
    await page.settle();
    expect(document.documentElement.lang).toBe('en');
    page.http.verify();
  });

  it('changes here all the same when the account did not take it, and says which mails come', async () => {
    const { page, choices } = await signedIn();
    await choices.choose('Deutsch');
    await page.settle();
    page.http.expectOne(PREFERENCES).error(new ProgressEvent('error'));
    await page.settle();
    expect(document.documentElement.lang).toBe('de');
    expect(page.text()).toContain('Mails to you still come in the language you had before.');
    await expectAccessible(page.element);
    await choices.choose('English');
    await page.settle();
    expect(page.text()).not.toContain('Mails to you');
  });

  it('is not told again where the account has it already', async () => {
    const { page, choices } = await signedIn();
    await choices.choose('English');
    await page.settle();
    page.http.expectNone(PREFERENCES);
  });
});
