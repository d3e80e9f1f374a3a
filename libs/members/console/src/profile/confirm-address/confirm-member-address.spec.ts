import { ActivatedRoute } from '@angular/router';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { of } from 'rxjs';
import en from '../../i18n/en.json' with { type: 'json' };
import { ConfirmMemberAddress } from './confirm-member-address';

const ADDRESS = '/api/member-addresses/confirmation';

async function open(fragment: string | null = 't=token'): Promise<Mounted<ConfirmMemberAddress>> {
  sessionStorage.clear();
  return mount(ConfirmMemberAddress, { texts: { members: en }, providers: [{ provide: ActivatedRoute, useValue: { fragment: of(fragment) } }] });
}

async function press(page: Mounted<ConfirmMemberAddress>): Promise<void> {
  page.element.querySelector('button')?.click();
  await page.settle();
}

describe('an address that is asked', () => {
  it('says yes by a press, and not by being opened', async () => {
    const page = await open();
    await expectAccessible(page.element);
    page.http.expectNone(ADDRESS);
    await press(page);
    const call = page.http.expectOne(ADDRESS);
    expect(call.request.body).toEqual({ token: 'token' });
    call.flush(null);
    await page.settle();
    expect(page.text()).toContain('The address is kept.');
  });

  it('is told where the link is used up', async () => {
    const page = await open();
    await press(page);
    page.http.expectOne(ADDRESS).flush({ code: 'member.address_link_spent' }, { status: 410, statusText: 'Gone' });
    await page.settle();
    expect(page.text()).toContain('This link no longer works.');
  });

  it('is told where there is no link at all', async () => {
    expect((await open(null)).text()).toContain('This link no longer works.');
  });
});
