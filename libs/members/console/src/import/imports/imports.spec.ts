import { TestBed } from '@angular/core/testing';
import { provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { MemberImport } from '@smartpar/members/model';
import { SavedFiles } from '@smartpar/platform/ui';
import { FileChoiceHarness, ListHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, SITES, appliedImport, checkedImport, memberImport } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ImportUploads } from '../upload/import-uploads';
import { Imports } from './imports';

const IMPORTS = `/api/organizations/${ORGANIZATION}/member-imports`;
const PAGE = `/org/${ORGANIZATION}/members/import`;

async function open(...items: readonly MemberImport[]): Promise<Mounted<Imports>> {
  const page = await mount(Imports, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION },
    address: PAGE,
    providers: [provideSession(sessionFacts()), provideAbilities(ORGANIZATION, [{ action: 'read', subject: 'site' }])],
  });
  page.http.expectOne(IMPORTS).flush({ items, next: null });
  page.http.expectOne(`/api/organizations/${ORGANIZATION}/sites`).flush(SITES);
  await page.settle();
  return page;
}

describe('where importing begins', () => {
  it('says what the file must be like, and that there was no import yet', async () => {
    const page = await open();
    expect(page.text()).toContain('Up to 50 MB, 250,000 lines and 200 columns.');
    expect(page.text()).toContain('No import yet');
    await expectAccessible(page.element);
  });

  it('has an example file, made here, with a site there is', async () => {
    const page = await open();
    const save = jest.spyOn(TestBed.inject(SavedFiles), 'save').mockImplementation(() => undefined);
    [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent.includes('example file'))?.click();
    expect(save).toHaveBeenCalledWith('example-members.csv', expect.any(Blob));
    page.http.verify();
  });

  it('leads to how the file reads once it has arrived', async () => {
    const page = await open();
    FileChoiceHarness.drop(new File(['x'], 'people.csv'));
    await page.settle();
    page.http.expectOne(({ method }) => method === 'POST').flush(memberImport({ id: 'import-7' }));
    await page.settle();
    expect(page.router.url).toBe(`${PAGE}/import-7`);
  });

  it('forgets why a file was refused once the page is left, and never a file on its way', async () => {
    const page = await open();
    const uploads = TestBed.inject(ImportUploads);
    FileChoiceHarness.drop(new File(['PK'], 'people.xlsx'));
    await page.settle();
    expect(uploads.problem()?.code).toBe('member-import.spreadsheet');
    page.fixture.destroy();
    expect([uploads.problem(), uploads.current()]).toEqual([null, null]);
    void uploads.begin(ORGANIZATION, new File(['x'], 'people.csv'));
    uploads.forget();
    expect(uploads.current()?.file.name).toBe('people.csv');
  });

  it('leads back to what is not finished, in the place of another file', async () => {
    const page = await open(checkedImport(), appliedImport({ id: 'import-0' }));
    expect(page.text()).toContain('Waits for a decision. You uploaded a file on');
    expect(page.element.querySelector('sp-file-choice')).toBeNull();
    expect(page.element.querySelector(`.open a`)?.getAttribute('href')).toBe(`${PAGE}/import-1`);
    await expectAccessible(page.element);
  });

  it('cancels what is not finished, also of somebody else, and makes room', async () => {
    const page = await open(checkedImport({ by: { memberId: 'member-2', number: 10002, me: false } }));
    expect(page.text()).toContain('M-10002 uploaded a file on');
    page.element.querySelector<HTMLButtonElement>('.open button')?.click();
    await page.settle();
    page.http.expectOne(`${IMPORTS}/import-1/cancellation`).flush(memberImport({ state: 'cancelled' }));
    await page.settle();
    page.http.expectOne(IMPORTS).flush({ items: [memberImport({ state: 'cancelled' })], next: null });
    await page.settle();
    expect(page.element.querySelector('sp-file-choice')).not.toBeNull();
  });

  it('says why it could not be cancelled', async () => {
    const page = await open(checkedImport());
    page.element.querySelector<HTMLButtonElement>('.open button')?.click();
    await page.settle();
    page.http.expectOne(`${IMPORTS}/import-1/cancellation`).flush({ code: 'member-import.state_forbids', detail: 'x' }, { status: 409, statusText: 'x' });
    await page.settle();
    page.http.expectOne(IMPORTS).flush({ items: [checkedImport({ state: 'applying' })], next: null });
    await page.settle();
    expect(page.text()).toContain('Something happened to this import meanwhile.');
  });

  it('tells of every import: when, by whom, and what came of it', async () => {
    const page = await open(appliedImport(), memberImport({ id: 'import-0', state: 'cancelled', by: { memberId: 'member-2', number: 10002, me: false } }));
    const rows = await (await page.part(ListHarness)).rows();
    expect(rows[0]).toMatch(/^2 Mar 2026, \d\d:00 \| M-10001 \(you\) \| Done \| Added: 4,997\. Changed: 0\. Left out: 3\.$/);
    expect(rows[1]).toMatch(/M-10002 \| Cancelled \| Nothing was changed\.$/);
    expect(await (await page.part(ListHarness)).links()).toEqual([`${PAGE}/import-1`, `${PAGE}/import-0`]);
  });
});
