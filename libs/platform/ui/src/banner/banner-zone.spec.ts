import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount } from '../../testing/src';
import { BannerZone } from './banner-zone';
import { BannerZoneHarness } from './banner-zone.harness';
import { Banners } from './banners';

const texts = { policy: { changed: 'The policy changed on {{ date }}.', read: 'Read it', inside: 'You are inside Nordwerk.' } };

describe('banners', () => {
  it('stand above the page for as long as they are true', async () => {
    const page = await mount(BannerZone, { texts });
    const banners = TestBed.inject(Banners);
    banners.show({ id: 'inside', tone: 'soon', text: 'policy.inside' });
    banners.show({ id: 'policy', tone: 'told', text: 'policy.changed', figures: { date: '2 March' } });
    await page.settle();
    const zone = await page.part(BannerZoneHarness);
    expect(await zone.sentences()).toEqual(['You are inside Nordwerk.', 'The policy changed on 2 March.']);
    await expectAccessible(page.element);
    banners.remove('inside');
    expect(await zone.sentences()).toEqual(['The policy changed on 2 March.']);
  });

  it('replace one of the same name, and can be put away where that is allowed', async () => {
    const page = await mount(BannerZone, { texts });
    const banners = TestBed.inject(Banners);
    banners.show({ id: 'policy', tone: 'told', text: 'policy.inside' });
    banners.show({ id: 'policy', tone: 'told', text: 'policy.inside', dismissible: true });
    await page.settle();
    const zone = await page.part(BannerZoneHarness);
    expect(await zone.sentences()).toHaveLength(1);
    await zone.dismiss();
    expect(await zone.sentences()).toEqual([]);
  });

  it('offer what can be done', async () => {
    const run = jest.fn();
    const page = await mount(BannerZone, { texts });
    TestBed.inject(Banners).show({ id: 'policy', tone: 'late', text: 'policy.inside', action: { label: 'policy.read', run } });
    await page.settle();
    await (await page.part(BannerZoneHarness)).act();
    expect(run).toHaveBeenCalledTimes(1);
  });
});
