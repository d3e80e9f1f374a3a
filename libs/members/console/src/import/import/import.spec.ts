import { TestBed } from '@angular/core/testing';
import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { MemberImport } from '@smartpar/members/model';
import { Toasts } from '@smartpar/platform/ui';
import { StepsHarness, WorkProgressHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, READING, appliedImport, checkedImport, importPreview, memberImport } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Import } from './import';
import { ImportHarness } from './import.harness';

const ONE = `/api/organizations/${ORGANIZATION}/member-imports/import-1`;
const NOTHING = { preview: false, check: false, apply: false, cancel: false };

/** Answers what the parts of the page ask for beside the import itself. */
async function answerParts(page: Mounted<Import>): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const call of page.http.match(({ url }) => url.startsWith(`${ONE}/`) && !url.endsWith('cancellation'))) {
      if (!call.cancelled) call.flush(call.request.url.endsWith('preview') ? importPreview() : { items: [], next: null });
    }
    await page.settle();
  }
}

async function open(now: MemberImport | null) {
  const page = await mount(Import, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, importId: 'import-1' },
    providers: [provideSession(sessionFacts())],
  });
  const call = page.http.expectOne(ONE);
  if (now === null) call.flush({ code: 'not_found', detail: 'x' }, { status: 404, statusText: 'Not Found' });
  else call.flush(now);
  await page.settle();
  await answerParts(page);
  return { page, one: await page.part(ImportHarness) };
}

const WORKING: MemberImport = memberImport({ state: 'checking', check: 1, reading: READING, progress: { done: 236_406, total: 472_812 } });

describe('an import', () => {
  it.each([
    ['receiving', memberImport({ state: 'receiving' }), 'work-progress', 'File'],
    ['received', memberImport(), 'reading', 'How it reads'],
    ['checking', WORKING, 'work-progress', 'Check'],
    ['checked', checkedImport(), 'findings', 'Apply'],
    ['applying', checkedImport({ state: 'applying', progress: { done: 1000, total: 4997 }, may: NOTHING }), 'work-progress', 'Apply'],
    ['applied', appliedImport(), 'outcome', null],
  ])('is found where it stands by whoever comes back: %s', async (_, now, part, step) => {
    const { page, one } = await open(now);
    expect(await one.shown()).toBe(part);
    expect(await (await page.part(StepsHarness)).current()).toBe(step);
    expect(await one.cancels()).toBe(now.may.cancel);
    await expectAccessible(page.element);
  });

  it.each([
    ['in bytes while it is checked', WORKING, '50% 236.4 kB of 472.8 kB'],
    ['in people while it is applied', checkedImport({ state: 'applying', progress: { done: 1000, total: 4997 }, may: NOTHING }), '20% 1,000 of 4,997 people'],
  ])('says how far it is %s', async (_, now, far) => {
    const { page } = await open(now);
    expect(await (await page.part(WorkProgressHarness)).far()).toBe(far);
    expect(page.text()).toContain('You can leave this page and come back.');
  });

  it('is at no step where it ended early', async () => {
    const { page, one } = await open(memberImport({ state: 'cancelled', may: NOTHING }));
    expect([await one.shown(), page.element.querySelector('sp-steps')]).toEqual(['outcome', null]);
  });

  it('can be read otherwise after the check, and is checked anew', async () => {
    const { page, one } = await open(checkedImport());
    [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Read it differently'))?.click();
    await page.settle();
    await answerParts(page);
    expect([await one.shown(), await (await page.part(StepsHarness)).current()]).toEqual(['reading', 'How it reads']);
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
    page.http.expectOne(`${ONE}/check`).flush(WORKING);
    await page.settle();
    expect(await one.shown()).toBe('work-progress');
    expect(document.activeElement).toBe(page.element.querySelector('h1'));
  });

  it('says aloud where it stands and what was found', async () => {
    const { page } = await open(WORKING);
    const said = page.element.querySelector('sp-page-header + [role=status]');
    expect(said?.textContent).toBe('Is being checked');
    TestBed.resetTestingModule();
    const found = (await open(checkedImport())).page.element.querySelector('sp-page-header + [role=status]');
    expect(found?.textContent).toBe('Waits for a decision. 5,000 lines were read. New members: 4,997. Lines with faults: 3.');
  });

  it('is cancelled at one press, since nothing was changed and the file can be brought again', async () => {
    const { page, one } = await open(checkedImport());
    await one.cancel();
    await page.settle();
    page.http.expectOne(`${ONE}/cancellation`).flush(memberImport({ state: 'cancelled' }));
    await page.settle();
    expect(TestBed.inject(Toasts).shown()?.text).toContain('No member was changed');
    expect(page.router.url).toBe(`/org/${ORGANIZATION}/members/import`);
  });

  it('says why it could not be cancelled, and shows where it stands by now', async () => {
    const { page, one } = await open(checkedImport());
    await one.cancel();
    await page.settle();
    page.http.expectOne(`${ONE}/cancellation`).flush({ code: 'member-import.state_forbids', detail: 'x' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('Something happened to this import meanwhile.');
    page.http.expectOne(ONE).flush(appliedImport());
    await page.settle();
    expect(await one.shown()).toBe('outcome');
  });

  it('that is not there, or not theirs to see, is nothing', async () => {
    const { page, one } = await open(null);
    expect(await one.shown()).toBeNull();
    expect(page.text()).toContain('There is nothing here, or it is not yours to see.');
    await expectAccessible(page.element);
  });
});
