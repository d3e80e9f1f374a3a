import { HttpEventType } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { Session } from '@smartpar/access/console';
import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { FileChoiceHarness, WorkProgressHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, memberImport } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ImportUploads } from './import-uploads';
import { ImportUpload } from './upload';

const IMPORTS = `/api/organizations/${ORGANIZATION}/member-imports`;
const FILE = new File(['E-Mail\r\nana@larkspur.example\r\n'], 'people.csv');
const REFUSED = { status: 422, statusText: 'Unprocessable' };

async function open(instead: string | null = null): Promise<{ page: Mounted<ImportUpload>; arrived: string[] }> {
  const page = await mount(ImportUpload, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, instead },
    providers: [provideSession(sessionFacts())],
  });
  const arrived: string[] = [];
  page.component.arrived.subscribe(({ id }) => arrived.push(id));
  return { page, arrived };
}

async function choose(page: Mounted<ImportUpload>, file = FILE): Promise<void> {
  FileChoiceHarness.choose(page.element, file);
  await page.settle();
}

const press = async (page: Mounted<ImportUpload>, word: string): Promise<void> => {
  [...page.element.querySelectorAll('button')].find((button) => button.textContent.includes(word))?.click();
  await page.settle();
};

describe('bringing a file', () => {
  it('says how much of it has left, and hands over the import it became', async () => {
    const { page, arrived } = await open();
    await expectAccessible(page.element);
    await choose(page);
    const call = page.http.expectOne(IMPORTS);
    call.event({ type: HttpEventType.UploadProgress, loaded: 15, total: FILE.size });
    await page.settle();
    expect(await (await page.part(WorkProgressHarness)).far()).toBe(`${Math.floor(1500 / FILE.size)}% 0 kB of 0 kB`);
    await expectAccessible(page.element);
    call.event({ type: HttpEventType.UploadProgress, loaded: FILE.size, total: FILE.size });
    await page.settle();
    expect(await (await page.part(WorkProgressHarness)).far()).toContain('The server looks at it now.');
    call.flush(memberImport({ id: 'import-7' }), { status: 201, statusText: 'Created' });
    await page.settle();
    expect(arrived).toEqual(['import-7']);
    expect(TestBed.inject(ImportUploads).current()).toBeNull();
  });

  it('sends nothing that would be refused anyway, and says what to do', async () => {
    const { page } = await open();
    await choose(page, new File(['PK'], 'people.xlsx'));
    page.http.expectNone(IMPORTS);
    expect(page.text()).toContain('choose “Save as” and there “CSV”');
    await choose(page, new File([], 'people.csv'));
    expect(page.text()).toContain('The file is empty.');
  });

  it('tells whoever signs in next nothing of a file that is still on its way, nor what became of it', async () => {
    const { page } = await open();
    await choose(page);
    const call = page.http.expectOne(IMPORTS);
    await TestBed.inject(Session).signOut();
    await page.settle();
    const uploads = TestBed.inject(ImportUploads);
    expect(uploads.current()).toBeNull();
    call.flush({ code: 'member-import.not_text', detail: 'x' }, REFUSED);
    await page.settle();
    expect([uploads.current(), uploads.problem(), uploads.running(), await uploads.again()]).toEqual([null, null, false, null]);
  });

  it.each([
    ['member-import.not_text', 'This is not a CSV or LDIF file.'],
    ['member-import.no_lines', 'no people in this file'],
    ['member-import.another_open', 'Another import of your organization is not finished.'],
  ])('says in plain words why the server refused it: %s', async (code, sentence) => {
    const { page, arrived } = await open();
    await choose(page);
    page.http.expectOne(IMPORTS).flush({ code, detail: 'x' }, REFUSED);
    await page.settle();
    expect(page.text()).toContain(sentence);
    expect(arrived).toEqual([]);
    await expectAccessible(page.element);
  });

  it('sends it again as the same act where the connection broke', async () => {
    const { page, arrived } = await open();
    await choose(page);
    const first = page.http.expectOne(IMPORTS);
    first.error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('The connection broke before the file had arrived.');
    await press(page, 'Send it again');
    const second = page.http.expectOne(IMPORTS);
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    second.flush(memberImport());
    await page.settle();
    expect(arrived).toEqual(['import-1']);
  });

  it.each([
    ['a file that takes the place of another ends that one first', { state: 'cancelled' }, { status: 200, statusText: 'OK' }],
    ['one that is over already is in nobody’s way', { code: 'member-import.state_forbids' }, { status: 409, statusText: 'Conflict' }],
  ])('%s', async (_, body, answer) => {
    const { page } = await open('import-1');
    expect(page.text()).toContain('Choose the mended file');
    await choose(page);
    page.http.expectNone(IMPORTS);
    page.http.expectOne(`${IMPORTS}/import-1/cancellation`).flush(body, answer);
    await page.settle();
    page.http.expectOne(IMPORTS);
  });

  it('goes on while its page is left, and the browser asks before it is closed', async () => {
    const { page } = await open();
    await choose(page);
    page.fixture.destroy();
    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    page.http.expectOne(IMPORTS).flush(memberImport());
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    const later = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(later);
    expect([later.defaultPrevented, TestBed.inject(ImportUploads).running()]).toEqual([false, false]);
  });
});
