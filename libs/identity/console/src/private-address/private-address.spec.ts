import type { SecondFactor } from '@smartpar/identity/model';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { PrivateAddress } from './private-address';
import { PrivateAddressHarness } from './private-address.harness';

async function open(facts: Partial<SecondFactor> = {}) {
  const factor = { since: null, recoveryCodesLeft: 0, privateAddress: null, unconfirmedAddress: null, ...facts };
  const page = await mount(PrivateAddress, { texts: { identity: en }, inputs: { factor } });
  const changed = jest.fn();
  page.component.changed.subscribe(changed);
  return { page, changed, part: await page.part(PrivateAddressHarness), toasts: page.fixture.debugElement.injector.get(Toasts) };
}

describe('the private address', () => {
  it('says what it is for, which it is and which still has to say yes', async () => {
    const { page } = await open({ privateAddress: 'ines@home.example', unconfirmedAddress: 'ines@new.example' });
    expect(page.text()).toContain('No organization sees it.');
    expect(page.text()).toContain('Your private address is ines@home.example.');
    expect(page.text()).toContain('We asked ines@new.example.');
    await expectAccessible(page.element);
  });

  it('is asked, and then something changed', async () => {
    const { page, part, changed, toasts } = await open();
    await part.ask('ines@home.example');
    await page.settle();
    const call = page.http.expectOne('/api/account/private-address');
    expect([call.request.method, call.request.body]).toEqual(['PUT', { email: 'ines@home.example' }]);
    call.flush(null, { status: 202, statusText: 'Accepted' });
    await page.settle();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(toasts.shown()?.text).toContain('ines@home.example');
  });

  it('says why an address will not do, and keeps it', async () => {
    const { page, part } = await open();
    await part.ask('ines@nordwerk.example');
    await page.settle();
    const fault = { field: 'email', code: 'private-address.not_private', message: '' };
    page.http.expectOne('/api/account/private-address').flush({ code: fault.code, detail: '', errors: [fault] }, { status: 422, statusText: 'x' });
    await page.settle();
    expect(page.text()).toContain('Use one that is yours alone.');
    expect(await (await part.field()).value()).toBe('ines@nordwerk.example');
    await expectAccessible(page.element);
  });

  it('can be removed', async () => {
    const { page, part, changed } = await open({ privateAddress: 'ines@home.example' });
    await part.remove();
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: '/api/account/private-address' }).flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
