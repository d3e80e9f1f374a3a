import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { LegalEntity, Site } from '@smartpar/organizations/model';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Sites } from './sites';
import { SitesHarness } from './sites.harness';

// every country is an option of its own, which takes the accessibility check a while; time zones are left out
jest.setTimeout(30_000);
beforeEach(() => jest.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/Amsterdam', 'Europe/Berlin']));

const ENTITIES = '/api/organizations/o1/legal-entities';
const SITES = '/api/organizations/o1/sites';
const GMBH: LegalEntity = {
  id: 'e1',
  name: 'Larkspur Instruments GmbH',
  country: 'DE',
  registrationNumber: 'HRB 1',
  postalAddress: 'Lerchenweg 1',
  version: 2,
};
const WORKS: Site = {
  id: 's1',
  name: 'Kassel works',
  legalEntityId: 'e1',
  country: 'DE',
  subdivision: null,
  contactName: null,
  contactEmail: null,
  postalAddress: 'Lerchenweg 1',
  timeZone: null,
  version: 1,
};
const ALL = ['read', 'create', 'update', 'remove'];

async function open(may: string[], entities: LegalEntity[] = [], sites: Site[] = []) {
  const rules = may.flatMap((action) => ['site', 'legal-entity'].map((subject) => ({ action, subject })));
  const page = await mount(Sites, { texts: { organizations: en }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', rules)] });
  page.http.expectOne(ENTITIES).flush({ items: entities });
  page.http.expectOne(SITES).flush({ items: sites });
  await page.settle();
  return { page, sites: await page.part(SitesHarness) };
}

describe('sites and legal entities', () => {
  it('begin with the legal entity, and say so', async () => {
    const { page, sites } = await open(ALL);
    expect(page.text()).toContain('Add the company first');
    expect(await sites.buttons()).toEqual(['Add a legal entity']);
    await expectAccessible(page.element);
  });

  it('are shown with whom people there turn to, and changed by nobody who may not', async () => {
    const { page, sites } = await open(
      ['read'],
      [GMBH],
      [WORKS, { ...WORKS, id: 's2', name: 'Utrecht', contactName: 'Teal Otterbach', contactEmail: 'utrecht@larkspur.example' }],
    );
    expect(page.text()).toContain('Germany · HRB 1');
    expect(page.text()).toContain('Under Larkspur Instruments GmbH, in Germany');
    expect(page.text()).toContain('turn to the organization’s privacy contact');
    expect(page.text()).toContain('turn to Teal Otterbach (utrecht@larkspur.example)');
    expect(await sites.buttons()).toEqual([]);
    await expectAccessible(page.element);
  });

  it('add a legal entity', async () => {
    const { page, sites } = await open(ALL);
    await sites.press('Add a legal entity');
    await page.settle();
    await (await sites.field('Name')).fill('Larkspur Service B.V.');
    await (await sites.field('Country')).choose('NL');
    await (await sites.field('Postal address')).fill('Leeuwerikstraat 2');
    await expectAccessible(page.element);
    await sites.press('Save');
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: ENTITIES });
    expect(call.request.body).toEqual({ name: 'Larkspur Service B.V.', country: 'NL', registrationNumber: null, postalAddress: 'Leeuwerikstraat 2' });
    call.flush({ ...GMBH, id: 'e2' });
    await page.settle();
    page.http.expectOne(ENTITIES).flush({ items: [GMBH] });
    page.http.expectOne(SITES).flush({ items: [] });
    await page.settle();
    expect(await sites.buttons()).toContain('Add a site');
  });

  it('change a legal entity on the version that was read', async () => {
    const { page, sites } = await open(ALL, [GMBH]);
    await sites.press('Change Larkspur Instruments GmbH');
    await page.settle();
    await (await sites.field('Registration number')).fill('');
    await sites.press('Save');
    await page.settle();
    const call = page.http.expectOne({ method: 'PUT', url: `${ENTITIES}/e1` });
    expect(call.request.body).toEqual({ name: GMBH.name, country: 'DE', registrationNumber: null, postalAddress: 'Lerchenweg 1', version: 2 });
  });

  it('add a site under the first legal entity, in its country', async () => {
    const { page, sites } = await open(ALL, [GMBH]);
    await sites.press('Add a site');
    await page.settle();
    await (await sites.field('Name of the site')).fill('Kassel works');
    await (await sites.field('Postal address')).fill('Lerchenweg 1');
    await expectAccessible(page.element);
    await sites.press('Save');
    await page.settle();
    const { id: _id, version: _version, ...fields } = WORKS;
    expect(page.http.expectOne({ method: 'POST', url: SITES }).request.body).toEqual(fields);
  });

  it('are written beside each other: what was typed in one form stays while another is opened and saved', async () => {
    const { page, sites } = await open(ALL, [GMBH], [WORKS]);
    await sites.press('Change Kassel works');
    await page.settle();
    await (await sites.field('Name of the site')).fill('Kassel works, north');
    await sites.press('Change Larkspur Instruments GmbH');
    await page.settle();
    const number = await sites.field('Registration number');
    await number.fill('HRB 2');
    expect(await (await sites.field('Name of the site')).value()).toBe('Kassel works, north');
    await sites.press('Save');
    await page.settle();
    page.http.expectOne({ method: 'PUT', url: `${ENTITIES}/e1` }).flush({ ...GMBH, version: 3 });
    await page.settle();
    page.http.expectOne(ENTITIES).flush({ items: [{ ...GMBH, registrationNumber: 'HRB 2', version: 3 }] });
    page.http.expectOne(SITES).flush({ items: [{ ...WORKS, version: 2 }] });
    await page.settle();
    expect(await (await sites.field('Name of the site')).value()).toBe('Kassel works, north');
    await sites.press('Save');
    await page.settle();
    // on the version that was read when it was opened: what somebody else saved since is not overwritten unseen
    expect(page.http.expectOne({ method: 'PUT', url: `${SITES}/s1` }).request.body).toMatchObject({ name: 'Kassel works, north', version: 1 });
  });

  it('end one form without touching the other', async () => {
    const { page, sites } = await open(ALL, [GMBH], [WORKS]);
    await sites.press('Add a site');
    await page.settle();
    await (await sites.field('Name of the site')).fill('Utrecht');
    await sites.press('Add a legal entity');
    await page.settle();
    await sites.press('Cancel');
    await page.settle();
    expect(await sites.buttons()).toContain('Add a legal entity');
    expect(await (await sites.field('Name of the site')).value()).toBe('Utrecht');
  });

  it.each([
    ['E-mail', [['Name', 'Teal Otterbach', 1]], 'both a name and an e-mail address'],
    ['State, province', [['State, province', 'US-CA', 0]], 'looks like DE-BY'],
    ['Country', [['Country', '', 0]], 'choose a country'],
  ] as const)('say what is wrong with %s', async (field, typed, sentence) => {
    const { page, sites } = await open(ALL, [GMBH], [WORKS]);
    await sites.press('Change Kassel works');
    await page.settle();
    for (const [label, text] of typed) {
      const labelled = label === 'Name' ? 'Name (optional)' : label;
      const control = await sites.field(labelled);
      await (label === 'Country' ? control.choose(text) : control.fill(text));
    }
    await sites.press('Save');
    await page.settle();
    page.http.expectNone({ method: 'PUT' });
    expect(await (await sites.field(field)).error()).toContain(sentence);
  });

  it('go with one press and come back with another', async () => {
    const { page, sites } = await open(ALL, [GMBH], [WORKS]);
    await sites.press('Remove Kassel works');
    await page.settle();
    page.http.expectOne({ method: 'DELETE', url: `${SITES}/s1` }).flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: SITES }).flush({ items: [] });
    page.http.expectOne({ method: 'GET', url: ENTITIES }).flush({ items: [GMBH] });
    TestBed.inject(Toasts).undo();
    await page.settle();
    const { id: _id, version: _version, ...fields } = WORKS;
    expect(page.http.expectOne({ method: 'POST', url: SITES }).request.body).toEqual(fields);
  });

  it('stay where they are still needed, and say why', async () => {
    const { page, sites } = await open(ALL, [GMBH], [WORKS]);
    await sites.press('Remove Larkspur Instruments GmbH');
    await page.settle();
    page.http
      .expectOne({ method: 'DELETE', url: `${ENTITIES}/e1` })
      .flush({ status: 409, code: 'legal_entity.in_use', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Sites are still under this legal entity');
  });
});
