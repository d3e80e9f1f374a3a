import type { Site } from '@smartpar/organizations/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../../i18n/en.json' with { type: 'json' };
import { VERIFIED } from '../domain-fixtures';
import { DomainSites } from './domain-sites';

const site = (id: string, name: string): Site => ({
  ...{ id, name, legalEntityId: 'e1', country: 'DE', subdivision: null, contactName: null, contactEmail: null },
  ...{ postalAddress: 'Lerchenweg 1', timeZone: null, version: 1 },
});

it('the sites of a domain are ticked and saved together', async () => {
  const placed = jest.fn();
  const inputs = { organizationId: 'o1', domain: { ...VERIFIED, siteIds: ['s1'] }, sites: [site('s1', 'Ulm'), site('s2', 'Bern')] };
  const page = await mount(DomainSites, { texts: { organizations: en }, inputs });
  page.component.placed.subscribe(placed);
  const boxes = [...page.element.querySelectorAll('input')];
  expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
  await expectAccessible(page.element);
  const save = page.element.querySelector('button');
  expect(save?.disabled).toBe(true);
  boxes[1]?.click();
  await page.settle();
  save?.click();
  await page.settle();
  const call = page.http.expectOne({ method: 'PUT', url: '/api/organizations/o1/domains/d1/sites' });
  expect(call.request.body).toEqual({ siteIds: ['s1', 's2'] });
  call.flush({ ...inputs.domain, siteIds: ['s1', 's2'] });
  await page.settle();
  expect(placed).toHaveBeenCalledWith(expect.objectContaining({ siteIds: ['s1', 's2'] }));
});
