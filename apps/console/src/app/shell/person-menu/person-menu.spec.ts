import { TestBed } from '@angular/core/testing';
import { Session } from '@smartpar/access/console';
import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Problem } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { PersonMenu } from './person-menu';
import { PersonMenuHarness } from './person-menu.harness';

beforeEach(() => localStorage.clear());

const menu = async (facts = sessionFacts()) => {
  const page = await mount(PersonMenu, { texts: en, address: '/my', providers: [provideSession(facts)] });
  return { page, menu: await page.part(PersonMenuHarness) };
};

describe('the person menu', () => {
  it('says who is signed in, and holds account, sessions, language, look and the way out', async () => {
    const { menu: shown } = await menu();
    const words = await shown.open();
    for (const word of ['Ines Brandt', 'ines@nordwerk.example', 'My account', 'My sessions', 'Keyboard shortcuts', 'Deutsch', 'Dark', 'Compact', 'Sign out'])
      expect(words).toContain(word);
    expect(words).not.toContain('Shared computer');
    await expectAccessible(document.body);
  });

  it('has a name to hear on a phone too, where there is no room to show it', async () => {
    const { menu: shown } = await menu();
    expect(await shown.heard()).toBe('Ines Brandt');
  });

  it('does with the address where no name is known', async () => {
    const { page, menu: shown } = await menu(sessionFacts({ account: { id: 'a', email: 'ines@nordwerk.example', name: null, locale: 'en' } }));
    expect(await shown.heard()).toBe('ines@nordwerk.example');
    expect(page.text()).toContain('i ines@nordwerk.example');
  });

  it('says when others use this computer too', async () => {
    const { menu: shown } = await menu(sessionFacts({ sharedComputer: true }));
    expect(await shown.open()).toContain('signed out when the browser closes');
  });

  it('sends the chosen language to the account, so that mails come in it', async () => {
    const { page, menu: shown } = await menu();
    await shown.open();
    await shown.choose('Deutsch');
    await page.settle();
    expect(document.documentElement.lang).toBe('de');
    const call = page.http.expectOne('/api/account/preferences');
    expect([call.request.method, call.request.body, call.request.headers.has('Idempotency-Key')]).toEqual(['PUT', { locale: 'de' }, true]);
    call.flush({ locale: 'de' });
    await page.settle();
    expect(await shown.heard()).toBe('Ines Brandt');
    expect(document.querySelector('.sp-popover-panel sp-problem-note p')).toBeNull();
  });

  it('signs out and leads to the first page', async () => {
    const { page, menu: shown } = await menu();
    await shown.open();
    await shown.press('Sign out');
    await page.settle();
    expect(TestBed.inject(Session).signedIn()).toBe(false);
    expect(page.router.url).toBe('/');
  });

  it('says so when signing out did not work', async () => {
    const { page, menu: shown } = await menu();
    jest.spyOn(TestBed.inject(Session), 'signOut').mockRejectedValue(new Problem({ status: 0, code: 'unreachable', detail: '' }));
    await shown.open();
    await shown.press('Sign out');
    await page.settle();
    expect(document.querySelector('.sp-popover-panel')?.textContent).toContain('cannot be reached');
    expect(page.router.url).toBe('/my');
  });

  it('is not there for nobody', async () => {
    const page = await mount(PersonMenu, { texts: en, providers: [provideSession(null)] });
    expect(page.text()).toBe('');
  });
});
