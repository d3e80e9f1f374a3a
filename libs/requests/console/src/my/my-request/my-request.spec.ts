import { mount, expectAccessible } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, ownRequest } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { OwnRequestHarness } from '../../own-request/own-request.harness';
import { MyRequest } from './my-request';

const ADDRESS = `/api/organizations/${ORGANIZATION}/my/requests/request-1`;
const open = () => mount(MyRequest, { texts: { requests: en }, inputs: { organizationId: ORGANIZATION, requestId: 'request-1' } });

describe('one of my questions', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows the conversation and leads back', async () => {
    const page = await open();
    page.http.expectOne(ADDRESS).flush(ownRequest());
    await page.settle();
    expect(page.text()).toContain('Question P-7K3M-Q2');
    expect(page.element.querySelector('a.back')?.getAttribute('href')).toBe('/my');
    await expectAccessible(page.element);
  });

  it('sends one more message and reads the question again', async () => {
    const page = await open();
    page.http.expectOne(ADDRESS).flush(ownRequest({ state: 'answered' }));
    await page.settle();
    const form = await (await page.part(OwnRequestHarness)).write();
    await form.type('Not settled yet.');
    void form.send();
    await page.settle();
    const call = page.http.expectOne(`${ADDRESS}/messages`);
    expect(call.request.body).toEqual({ text: 'Not settled yet.' });
    call.flush({ requestId: 'request-1', entryId: 'e', state: 'in-progress', promisedOn: '2099-04-06' });
    await page.settle();
    page.http.expectOne(ADDRESS).flush(ownRequest());
  });

  it('says so where there is nothing', async () => {
    const page = await open();
    page.http.expectOne(ADDRESS).flush({ code: 'not_found' }, { status: 404, statusText: 'Not Found' });
    await page.settle();
    expect(page.text()).toContain('There is nothing here, or it is not yours to see');
  });
});
