import { TestBed } from '@angular/core/testing';
import { ActivatedRoute } from '@angular/router';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { type AddressUse, ConfirmAddress } from './confirm-address';
import { ConfirmAddressHarness } from './confirm-address.harness';
import { privateAddressRoutes, signInAddressRoutes } from '../identity.routes';

async function open(fragment: string | null, use: AddressUse = 'private') {
  const page = await mount(ConfirmAddress, {
    texts: { identity: en },
    inputs: { use },
    providers: [{ provide: ActivatedRoute, useValue: { snapshot: { fragment } } }],
  });
  return { page, part: await page.part(ConfirmAddressHarness) };
}

describe('a private address', () => {
  it('says yes by a button, not by opening the page', async () => {
    const { page, part } = await open('t=abc');
    page.http.expectNone('/api/private-addresses/confirmation');
    await expectAccessible(page.element);
    await part.confirm();
    await page.settle();
    const call = page.http.expectOne('/api/private-addresses/confirmation');
    expect(call.request.body).toEqual({ token: 'abc' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(page.text()).toContain('This is your private address from now on.');
    await expectAccessible(page.element);
  });

  it('is told that a link no longer works', async () => {
    const { page, part } = await open('t=abc');
    await part.confirm();
    await page.settle();
    page.http.expectOne('/api/private-addresses/confirmation').flush({ code: 'link.spent', detail: '' }, { status: 410, statusText: 'Gone' });
    await page.settle();
    expect(page.text()).toContain('This link does not work.');
  });

  it('says yes to signing in with it just so, and is told where it is somebody else’s already', async () => {
    const { page, part } = await open('t=abc', 'sign-in');
    await part.confirm();
    await page.settle();
    page.http.expectOne('/api/sign-in-addresses/confirmation').flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(page.text()).toContain('You sign in with this address from now on.');
    TestBed.resetTestingModule();
    const taken = await open('t=abc', 'sign-in');
    await taken.part.confirm();
    await taken.page.settle();
    taken.page.http
      .expectOne('/api/sign-in-addresses/confirmation')
      .flush({ code: 'account.address_taken', detail: '' }, { status: 409, statusText: 'Conflict' });
    await taken.page.settle();
    expect(taken.page.text()).toContain('Another account has this address already.');
    await expectAccessible(taken.page.element);
  });

  it.each([
    ['private', privateAddressRoutes],
    ['sign-in', signInAddressRoutes],
  ])('is asked for the use its route says: %s', (use, routes) => {
    // a router that binds inputs clears whatever the route does not say
    expect(routes.map(({ data }) => data?.['use'])).toEqual([use]);
  });

  it('without a token in the address is no working link either', async () => {
    expect((await open(null)).page.text()).toContain('This link does not work.');
  });
});
