import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Banners } from '@smartpar/platform/ui';
import { mount } from '@smartpar/platform/ui/testing';
import { ClaimNotice } from './claim-notice';

@Component({ selector: 'sp-page', template: '' })
class Page {
  readonly notice = inject(ClaimNotice);
}

const CLAIM = {
  ...{ id: 'c1', organization: 'Larkspur Ltd', domain: 'larkspur.example', state: 'told', toldAt: '2026-03-02T09:00:00Z' },
  ...{ takesForceAt: '2026-03-16T09:00:00Z', contact: null, objection: null },
};

async function at(address: string, facts: ReturnType<typeof sessionFacts> | null = sessionFacts()) {
  const page = await mount(Page, { texts: {}, providers: [provideSession(facts)], routes: [{ path: '**', component: Page }] });
  await page.router.navigateByUrl(address);
  await page.settle();
  return page;
}

const shown = () => TestBed.inject(Banners).all();

describe('that an organization claims one\u2019s account', () => {
  it('is said above one\u2019s own pages until one has chosen, and leads to the choice', async () => {
    const page = await at('/my');
    page.http.expectOne('/api/account/claims').flush({ items: [{ ...CLAIM, state: 'moved' }, CLAIM] });
    await page.settle();
    expect(shown()).toMatchObject([{ id: 'account-claim', figures: { organization: 'Larkspur Ltd' } }]);
    const gone = jest.spyOn(page.router, 'navigateByUrl').mockResolvedValue(true);
    shown()[0]?.action?.run();
    expect(gone).toHaveBeenCalledWith('/my/claims');
  });

  it('is not said to somebody who chose', async () => {
    const page = await at('/my/account');
    page.http.expectOne('/api/account/claims').flush({ items: [{ ...CLAIM, state: 'stays' }] });
    await page.settle();
    expect(shown()).toEqual([]);
  });

  it('is said by the page of claims itself, and asked anew once one leaves it', async () => {
    const page = await at('/my/claims');
    page.http.expectNone('/api/account/claims');
    await page.router.navigateByUrl('/my');
    await page.settle();
    page.http.expectOne('/api/account/claims').flush({ items: [{ ...CLAIM, state: 'stays' }] });
    await page.settle();
    expect(shown()).toEqual([]);
  });

  it('is asked for nowhere else, and by nobody who is not signed in', async () => {
    (await at('/org/o1/home')).http.expectNone('/api/account/claims');
  });

  it('is not asked for by strangers', async () => {
    (await at('/my', null)).http.expectNone('/api/account/claims');
  });
});
