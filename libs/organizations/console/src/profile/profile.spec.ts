import { provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { OrganizationProfile } from '@smartpar/organizations/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { Profile } from './profile';
import { ProfileHarness } from './profile.harness';

// every country is an option of its own, which takes the accessibility check a while; time zones are left out
jest.setTimeout(30_000);
beforeEach(() => jest.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/Amsterdam', 'Europe/Berlin']));

const PROFILE: OrganizationProfile = {
  id: 'o1',
  name: 'Larkspur Instruments',
  slug: 'larkspur',
  kind: 'tenant',
  country: 'DE',
  subdivision: null,
  timeZone: 'Europe/Berlin',
  defaultLocale: 'de',
  decideWithinHours: 12,
  version: 3,
  createdAt: '2026-01-05T08:00:00Z',
};

async function open(may: string[], profile = PROFILE) {
  const rules = may.map((action) => ({ action, subject: 'organization' }));
  const page = await mount(Profile, {
    texts: { organizations: en },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', rules), provideSession(sessionFacts())],
  });
  page.http.expectOne('/api/organizations/o1').flush(profile);
  await page.settle();
  return { page, profile: await page.part(ProfileHarness) };
}

describe('the profile of an organization', () => {
  it('is shown to everybody and changed by nobody who may not', async () => {
    const { page, profile } = await open(['read'], { ...PROFILE, subdivision: 'DE-HE' });
    expect(page.text()).toContain('Larkspur Instruments');
    expect(page.text()).toContain('Germany');
    expect(page.text()).toContain('DE-HE');
    expect(await profile.editable()).toBe(false);
    await expectAccessible(page.element);
  });

  it('is changed on the version that was read, an empty subdivision being none', async () => {
    const { page, profile } = await open(['read', 'update'], { ...PROFILE, subdivision: 'DE-HE' });
    await (await profile.field('Name')).fill('Larkspur Optics');
    await (await profile.field('State, province')).fill('');
    await (await profile.field('Country')).choose('NL');
    await (await profile.field('Hours to decide')).fill('24');
    await profile.save();
    await page.settle();
    const call = page.http.expectOne('/api/organizations/o1');
    expect(call.request.method).toBe('PATCH');
    expect(call.request.body).toEqual({
      name: 'Larkspur Optics',
      country: 'NL',
      subdivision: null,
      timeZone: 'Europe/Berlin',
      defaultLocale: 'de',
      decideWithinHours: 24,
      version: 3,
    });
    call.flush({ ...PROFILE, name: 'Larkspur Optics', country: 'NL', version: 4 });
    await page.settle();
    expect(await (await profile.field('Name')).value()).toBe('Larkspur Optics');
    await expectAccessible(page.element);
  });

  it.each([
    ['Name', ''],
    ['State, province', 'Hesse'],
    ['State, province', 'US-CA'],
    ['Hours to decide', '73'],
  ])('says what is wrong with %s "%s" and sends nothing', async (label, text) => {
    const { page, profile } = await open(['read', 'update']);
    await (await profile.field(label)).fill(text);
    await profile.save();
    await page.settle();
    page.http.expectNone('/api/organizations/o1');
    expect(await (await profile.field(label)).error()).toMatch(/Please fill this in|looks like DE-BY|1 to 72 hours/);
  });

  it('keeps what was typed when somebody else was faster, and offers what is saved now', async () => {
    const { page, profile } = await open(['read', 'update']);
    await (await profile.field('Name')).fill('Larkspur Optics');
    await profile.save();
    await page.settle();
    page.http
      .expectOne('/api/organizations/o1')
      .flush({ status: 409, code: 'organization.changed_meanwhile', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Somebody else saved first');
    expect(await (await profile.field('Name')).value()).toBe('Larkspur Optics');
    await profile.loadAgain();
    await page.settle();
    page.http.expectOne('/api/organizations/o1').flush({ ...PROFILE, name: 'Larkspur Today', version: 4 });
    await page.settle();
    expect(await (await profile.field('Name')).value()).toBe('Larkspur Today');
  });
});
