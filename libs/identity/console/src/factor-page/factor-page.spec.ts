import { signal } from '@angular/core';
import { Session, type SessionFacts } from '@smartpar/access/console';
import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Reauthentication } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { SetUpFactorHarness } from '../set-up-factor/set-up-factor.harness';
import { FactorPage } from './factor-page';
import { FactorPageHarness } from './factor-page.harness';

const CLOSED = membership({ mayEnter: false, factorFrom: '2026-03-01T09:00:00Z' });
const ask = jest.fn(() => Promise.resolve(true));

async function open(facts: Partial<SessionFacts>, more: readonly object[] = []) {
  const page = await mount(FactorPage, {
    texts: { identity: en },
    inputs: { organization: 'organization-1', return: '/org/organization-1/inbox' },
    providers: [
      provideSession(sessionFacts({ memberships: [CLOSED], ...facts })),
      { provide: Reauthentication, useValue: { ask, asksForCode: signal(true) } },
      ...more,
    ] as never[], // as: providers of any kind
  });
  return page;
}

describe('the second factor an organization asks for', () => {
  it('is set up here, by whoever has none', async () => {
    const page = await open({});
    expect(page.text()).toContain('Nordwerk lets people in with a second factor only.');
    expect(page.text()).toContain('Your account, your other organizations and your own side there are open to you meanwhile.');
    expect(page.element.querySelector('sp-set-up-factor')).not.toBeNull();
    await expectAccessible(page.element);
  });

  it('is given here where there is one, and then leads to where the person wanted', async () => {
    const known = signal(sessionFacts({ memberships: [CLOSED], secondFactor: true }));
    const refresh = () => Promise.resolve(known.update((facts) => ({ ...facts, memberships: [membership()] })));
    const membershipIn = () => known().memberships[0] ?? null;
    const page = await open({}, [{ provide: Session, useValue: { facts: known, refresh, membershipIn } }]);
    await expectAccessible(page.element);
    await (await page.part(FactorPageHarness)).give();
    await page.settle();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(page.router.url).toBe('/org/organization-1/inbox');
  });

  it('stays with the recovery codes once it is set up, although the session knows of it by then', async () => {
    const known = signal(sessionFacts({ memberships: [CLOSED] }));
    const refresh = () => Promise.resolve(known.update((facts) => ({ ...facts, secondFactor: true })));
    const page = await open({}, [{ provide: Session, useValue: { facts: known, refresh, membershipIn: () => CLOSED } }]);
    const setUp = await page.part(SetUpFactorHarness);
    await setUp.begin();
    await page.settle();
    page.http.expectOne('/api/account/second-factor/preparation').flush({ secret: 'ABCD', uri: 'otpauth://totp/x', expiresAt: '2026-03-02T09:30:00Z' });
    await page.settle();
    await setUp.confirm('123456');
    await page.settle();
    page.http.expectOne('/api/account/second-factor').flush({ recoveryCodes: ['K7QM-2XVA-90TB-JH4C'] });
    await page.settle();
    expect(page.text()).toContain('K7QM-2XVA-90TB-JH4C');
    await setUp.keep();
    await page.settle();
    expect(page.router.url).toBe('/org/organization-1/inbox');
  });

  it('where the one there is does not count any more, offers to set up another', async () => {
    const page = await open({ secondFactor: true });
    await (await page.part(FactorPageHarness)).give();
    await page.settle();
    expect(page.element.querySelector('sp-set-up-factor')).not.toBeNull();
  });

  it('after a reset says that it opens nothing else, and where to prove oneself', async () => {
    const page = await open({ onlyIn: 'organization-1' });
    expect(page.text()).toContain('it opens nothing else of your account');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('/my/proof');
    await expectAccessible(page.element);
  });
});
