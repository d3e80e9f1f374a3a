import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ownRequest } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { OwnRequestHarness } from '../own-request/own-request.harness';
import { Follow } from './follow';

const open = (address = '/follow#t=token-1'): Promise<Mounted<Follow>> => mount(Follow, { texts: { requests: en }, address });

describe('following a question by its private link', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows the question, and again after a reload', async () => {
    const page = await open();
    const call = page.http.expectOne('/api/follow');
    expect(call.request.body).toEqual({ token: 'token-1' });
    call.flush(ownRequest());
    await page.settle();
    expect(page.text()).toContain('P-7K3M-Q2');
    expect(page.text()).toContain('Do not pass the link on');
    expect(page.router.url).toBe('/follow');
    expect(sessionStorage.getItem('draft:link:follow')).toContain('token-1');
    await expectAccessible(page.element);
  });

  it('reads the question anew when its link is opened once more in the same tab', async () => {
    const page = await open();
    page.http.expectOne('/api/follow').flush(ownRequest());
    await page.settle();
    await page.router.navigateByUrl('/follow#t=token-1');
    await page.settle();
    page.http.expectOne('/api/follow').flush(ownRequest({ reference: 'P-LATER' }));
    await page.settle();
    expect(page.text()).toContain('P-LATER');
    expect(page.router.url).toBe('/follow');
  });

  it('sends one more message by the same link and reads the question again', async () => {
    const page = await open();
    page.http.expectOne('/api/follow').flush(ownRequest());
    await page.settle();
    const form = await (await page.part(OwnRequestHarness)).write();
    await form.type('One thing more.');
    void form.send();
    await page.settle();
    const call = page.http.expectOne('/api/follow/messages');
    expect(call.request.body).toEqual({ token: 'token-1', text: 'One thing more.' });
    call.flush({ requestId: 'request-1', entryId: 'e', state: 'in-progress', promisedOn: '2099-04-06' });
    await page.settle();
    page.http.expectOne('/api/follow').flush(ownRequest({ reference: 'P-AGAIN' }));
    await page.settle();
    expect(page.text()).toContain('P-AGAIN');
  });

  it.each([404, 410])('says where the link is found when this one opens nothing (%d)', async (status) => {
    const page = await open();
    page.http.expectOne('/api/follow').flush({ code: 'link.unreadable' }, { status, statusText: 'No' });
    await page.settle();
    expect(page.text()).toContain('Open the link from your receipt');
    await expectAccessible(page.element);
  });

  it('says the same to those who come without a link', async () => {
    const page = await open('/follow');
    expect(page.text()).toContain('Open the link from your receipt');
    page.http.verify();
  });

  it('may be tried again where the server does not answer', async () => {
    const page = await open();
    page.http.expectOne('/api/follow').flush(null, { status: 503, statusText: 'Unavailable' });
    await page.settle();
    expect(page.text()).toContain('Try again');
  });
});
