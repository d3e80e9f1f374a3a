import { TestBed } from '@angular/core/testing';
import { provideAbilities } from '@smartpar/access/console/testing';
import type { PrivacyContactDocument } from '@smartpar/organizations/model';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { PrivacyContact } from './privacy-contact';
import { PrivacyContactHarness } from './privacy-contact.harness';

const ADDRESS = '/api/organizations/o1/privacy-contact';
const MEMBERS = '/api/organizations/o1/members/assignable';
const hazel = {
  memberId: null,
  name: 'Hazel Quietwater',
  email: 'privacy@larkspur.example',
  postalAddress: 'Lerchenweg 1\n34117 Kassel',
  languages: ['de', 'en'],
};
const birke = { ...hazel, memberId: 'm2', name: 'Birke Moorgreen', email: 'birke@larkspur.example', languages: ['de'] };
const NOBODY: PrivacyContactDocument = { contact: null, substitute: null, version: 1 };

async function open(may: string[], known: PrivacyContactDocument) {
  const rules = may.map((action) => ({ action, subject: 'privacy-contact' }));
  const page = await mount(PrivacyContact, { texts: { organizations: en }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', rules)] });
  page.http.expectOne(ADDRESS).flush(known);
  await page.settle();
  return { page, contact: await page.part(PrivacyContactHarness) };
}

describe('the privacy contact', () => {
  it('is shown to everybody with every way to reach them', async () => {
    const { page, contact } = await open(['read'], { contact: hazel, substitute: birke, version: 2 });
    expect(page.text()).toContain('Hazel Quietwater');
    expect(page.text()).toContain('34117 Kassel');
    expect(page.text()).toContain('Reads German and English');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe('mailto:privacy@larkspur.example');
    expect(await contact.buttons()).toEqual([]);
    await expectAccessible(page.element);
  });

  it.each([
    ['nobody is named', NOBODY, 'As long as nobody is named', 'SmartPAR’s staff see'],
    ['nobody stands in', { ...NOBODY, contact: hazel }, 'As long as nobody stands in', 'waits until they are back'],
    ['one person is both', { contact: hazel, substitute: hazel, version: 1 }, 'As long as one person is both', 'reach the same person'],
  ])('says what follows when %s', async (_situation, known, heading, consequence) => {
    const { page } = await open(['read', 'update'], known);
    expect(page.text()).toContain(heading);
    expect(page.text()).toContain(consequence);
    await expectAccessible(page.element);
  });

  it('is named on the version that was read', async () => {
    const { page, contact } = await open(['read', 'update'], NOBODY);
    await contact.press('Name the privacy contact');
    await page.settle();
    page.http.expectOne(MEMBERS).flush({ items: [{ memberId: 'm2', number: 10002, line: 'Birke Moorgreen' }] });
    await page.settle();
    await contact.fill({ name: 'Birke Moorgreen', email: 'birke@larkspur.example', postalAddress: 'Lerchenweg 1', language: 'de' });
    await (await contact.field('This is our member')).choose('m2');
    await expectAccessible(page.element);
    await contact.press('Save');
    await page.settle();
    const call = page.http.expectOne(ADDRESS);
    const person = { name: 'Birke Moorgreen', email: 'birke@larkspur.example', postalAddress: 'Lerchenweg 1', languages: ['de'], memberId: 'm2' };
    expect([call.request.method, call.request.body]).toEqual(['PUT', { version: 1, contact: person }]);
    call.flush({ contact: person, substitute: null, version: 2 });
    await page.settle();
    expect(await contact.buttons()).toContain('Change the privacy contact');
  });

  it('is not sent half filled in, and says what is missing', async () => {
    const { page, contact } = await open(['read', 'update'], NOBODY);
    await contact.press('Name who stands in');
    await page.settle();
    page.http.expectOne(MEMBERS).flush(null, { status: 404, statusText: 'Not Found' });
    await contact.press('Save');
    await page.settle();
    page.http.expectNone(ADDRESS);
    expect(await (await contact.field('Name')).error()).toBe('Please fill this in.');
    expect(await (await contact.field('Languages')).error()).toBe('Please fill this in.');
  });

  it('shows what the server found beside the field it is about', async () => {
    const { page, contact } = await open(['read', 'update'], { contact: null, substitute: birke, version: 5 });
    await contact.press('Change who stands in');
    await page.settle();
    page.http.expectOne(MEMBERS).flush({ items: [{ memberId: 'm2', number: 10002, line: 'Birke Moorgreen' }] });
    await page.settle();
    await contact.press('Save');
    await page.settle();
    const errors = [{ field: 'substitute.memberId', code: 'unknown', message: 'No.' }];
    page.http
      .expectOne(ADDRESS)
      .flush({ status: 422, code: 'privacy_contact.unknown_member', detail: '', errors }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(await (await contact.field('This is our member')).error()).toContain('no active member');
  });

  it('is taken out with one press, and put back with another', async () => {
    const { page, contact } = await open(['read', 'update'], { contact: hazel, substitute: null, version: 2 });
    await contact.press('Remove the privacy contact');
    await page.settle();
    const removal = page.http.expectOne(ADDRESS);
    expect(removal.request.body).toEqual({ version: 2, contact: null });
    removal.flush({ ...NOBODY, version: 3 });
    await page.settle();
    TestBed.inject(Toasts).undo();
    await page.settle();
    expect(page.http.expectOne(ADDRESS).request.body).toEqual({ version: 3, contact: hazel });
  });

  it('leaves everything as it was when one goes back', async () => {
    const { page, contact } = await open(['read', 'update'], { contact: hazel, substitute: birke, version: 2 });
    await contact.press('Change the privacy contact');
    await page.settle();
    page.http.expectOne(MEMBERS).flush({ items: [] });
    await contact.press('Cancel');
    await page.settle();
    expect(page.text()).toContain('Hazel Quietwater');
  });
});
