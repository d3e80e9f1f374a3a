import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { leaverExample, outlookExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Leaver } from './leaver';

const CODE = 'K7QM-2XVA-90TB-JH4C-M3PD';
const open = (address = `/leaver#t=${CODE}`): Promise<Mounted<Leaver>> => mount(Leaver, { texts: { members: en }, address });

async function submit(page: Mounted<Leaver>): Promise<void> {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
}

describe('the envelope of somebody who left', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows their own requests and what is kept, and the code leaves the address', async () => {
    const page = await open();
    const call = page.http.expectOne('/api/leaver');
    expect(call.request.body).toEqual({ code: CODE });
    call.flush(leaverExample());
    await page.settle();
    expect(page.router.url).toBe('/leaver');
    expect(page.text()).toContain('Hazel Quietwater');
    expect(page.text()).toContain('P-7K3M-Q2');
    expect(page.element.querySelector('.requests a')?.getAttribute('href')).toBe('/follow#t=token-1');
    expect(page.text()).toContain('Removed: roles (1)');
    await expectAccessible(page.element);
  });

  it('asks for the code where there is no link, and says when it is wrong', async () => {
    const page = await open('/leaver');
    await (await page.part(FieldHarness.labelled('Code'))).fill('k7qm 2xva');
    await submit(page);
    page.http.expectOne('/api/leaver').flush({ code: 'leaver.code_wrong', status: 422 }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(page.text()).toContain('This code opens nothing');
    await expectAccessible(page.element);
    await (await page.part(FieldHarness.labelled('Code'))).fill(CODE);
    await submit(page);
    page.http.expectOne('/api/leaver').flush(leaverExample());
    await page.settle();
    expect(page.text()).toContain('P-7K3M-Q2');
  });

  it('takes an address for answers', async () => {
    const page = await open();
    page.http.expectOne('/api/leaver').flush(leaverExample());
    await page.settle();
    await (await page.part(FieldHarness.labelled('Your own e-mail address'))).fill('me@home.example');
    await submit(page);
    const call = page.http.expectOne('/api/leaver/reply-address');
    expect(call.request.body).toEqual({ code: CODE, email: 'me@home.example' });
    call.flush(leaverExample({ replyAddress: 'me@home.example' }));
    await page.settle();
    expect(await (await page.part(FieldHarness.labelled('Your own e-mail address'))).value()).toBe('me@home.example');
  });

  it('still opens once nothing names them', async () => {
    const page = await open();
    page.http.expectOne('/api/leaver').flush(leaverExample({ standing: 'done', outlook: outlookExample({ goes: [], plannedAt: null }) }));
    await page.settle();
    expect(page.text()).toContain('What stays has only a number');
    expect(page.text()).not.toContain('It can be taken back');
  });
});
