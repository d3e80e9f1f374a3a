import { TestBed } from '@angular/core/testing';
import { Dialogs } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { delayExample, provideAbilities } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { LooksPage } from './looks-page';

async function open(...may: string[]) {
  const page = await mount(LooksPage, {
    texts: { access: en },
    inputs: { organizationId: 'o1', memberId: 'm1' },
    providers: [
      provideAbilities(
        'o1',
        may.map((action) => ({ action, subject: 'ledger-delay' })),
      ),
    ],
  });
  page.http.expectOne(({ url }) => url.startsWith('/api/organizations/o1/members/m1/looks')).flush({ items: [delayExample().look], next: null });
  await page.settle();
  return page;
}

describe('what somebody looked at', () => {
  it('is listed by number, with why', async () => {
    const page = await open();
    expect(page.text()).toContain('Work phone of M-10500');
    expect(page.element.querySelector('button.sp-no-print')).toBeNull();
    await expectAccessible(page.element);
  });

  it('can be told later by those who may ask for it', async () => {
    const page = await open('request');
    jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(delayExample());
    page.element.querySelector<HTMLButtonElement>('button.sp-no-print')?.click();
    await page.settle();
    expect(page.router.url).toBe('/org/o1/access/delays/d1');
  });
});
