import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { FieldHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, SITES, listItem } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import type { BulkOffer } from './bulk-deeds';
import { BulkDialog } from './bulk-dialog';

const OFFER: BulkOffer = {
  deed: 'suspend',
  icon: 'pause',
  members: [listItem({ number: 1 }), listItem({ number: 2 })],
  exempt: [
    { member: listItem({ number: 3 }), why: 'state' },
    { member: listItem({ number: 9 }), why: 'self' },
    { member: listItem({ number: 4 }), why: 'state' },
  ],
};

async function open(offer: BulkOffer = OFFER) {
  const closed: unknown[] = [];
  const page = await mount(BulkDialog, {
    texts: { members: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { organizationId: ORGANIZATION, offer } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/sites`)) call.flush(SITES);
  await page.settle();
  const order = async (): Promise<void> => {
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
  };
  return { page, closed, order };
}

describe('before an act for many', () => {
  it('it is said for how many, what follows, and who is left out and why', async () => {
    const { page, closed, order } = await open();
    expect(page.text()).toContain('Suspend 2 members They cannot enter here from now on');
    expect(page.text()).toContain('Left out, since that is you: M-9. Left out, since it does not fit where they stand: M-3 and M-4.');
    await expectAccessible(page.element);
    await order();
    expect(closed).toEqual([{ site: null }]);
    page.http.verify();
  });

  it('nothing is said of those left out where there are none', async () => {
    const { page } = await open({ ...OFFER, exempt: [] });
    expect(page.element.querySelector('.exempt')).toBeNull();
  });

  it.each([
    ['site-2', SITES.items[1]],
    ['none', null],
  ])('a site is chosen on purpose: %s', async (choice, site) => {
    const { page, closed, order } = await open({ ...OFFER, deed: 'place' });
    const field = await page.part(FieldHarness);
    await order();
    expect([await field.error(), closed]).toEqual(['Choose a site, or no site.', []]);
    await expectAccessible(page.element);
    await field.choose(choice);
    await order();
    expect(closed).toEqual([{ site }]);
  });
});
