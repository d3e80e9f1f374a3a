import { TestBed } from '@angular/core/testing';
import { SavedFiles } from '@smartpar/platform/ui';
import { ListHarness, expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, lineFault } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Faults } from './faults';

const FAULTS = `/api/organizations/${ORGANIZATION}/member-imports/import-1/faults`;
const THREE = [
  lineFault(),
  lineFault({ line: 22, code: 'twice', facts: { firstLine: 21 } }),
  lineFault({ line: 32, column: 5, field: 'site', code: 'site_unknown' }),
];

async function open(next: string | null = null) {
  const page = await mount(Faults, { texts: { members: en }, inputs: { organizationId: ORGANIZATION, importId: 'import-1' } });
  page.http.expectOne(FAULTS).flush({ items: THREE, next });
  await page.settle();
  return page;
}

/** Fetches the faults as a file, page by page. @returns its text */
async function fetched(page: Awaited<ReturnType<typeof open>>, pages: number): Promise<string> {
  const saved: Blob[] = [];
  jest.spyOn(TestBed.inject(SavedFiles), 'save').mockImplementation((_, file) => saved.push(file));
  page.element.querySelector<HTMLButtonElement>('.sp-form-actions button')?.click();
  for (let n = 1; n <= pages; n++) {
    await page.settle();
    const call = page.http.expectOne(({ url, params }) => url === FAULTS && params.get('size') === '100');
    expect(call.request.params.get('after')).toBe(n === 1 ? null : `page-${n}`);
    call.flush({ items: n === 1 ? THREE : [lineFault({ line: n * 100 })], next: n === pages ? null : `page-${n + 1}` });
  }
  await page.settle();
  const [file] = saved;
  if (file === undefined) throw new Error('No file was saved.');
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });
}

describe('the faults of a file', () => {
  it('say where, what is wrong and what to do', async () => {
    const page = await open();
    expect(await (await page.part(ListHarness)).rows()).toEqual([
      '12 | A · Work e-mail | This is not an e-mail address. | Correct it. It looks like name@example.com.',
      '22 | A · Work e-mail | The same person stands in line 21. | Delete one of the two lines.',
      '32 | E · Site | No site has this name. | Type the name as it stands in the settings under Sites, or leave the cell empty.',
    ]);
    await expectAccessible(page.element);
  });

  it('are read page by page', async () => {
    const page = await open('page-2');
    await (await page.part(ListHarness)).loadMore();
    page.http.expectOne(`${FAULTS}?after=page-2`).flush({ items: [lineFault({ line: 99 })], next: null });
    await page.settle();
    expect(await (await page.part(ListHarness)).rows()).toHaveLength(4);
  });

  it('are taken along as a file, all of them', async () => {
    const lines = (await fetched(await open('page-2'), 2)).trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/Line,Column,What is wrong,What to do$/);
    expect(lines[4]).toContain('200,A · Work e-mail,This is not an e-mail address.');
  });

  it('are not taken along by halves where fetching them failed', async () => {
    const page = await open();
    const save = jest.spyOn(TestBed.inject(SavedFiles), 'save');
    page.element.querySelector<HTMLButtonElement>('.sp-form-actions button')?.click();
    await page.settle();
    page.http.expectOne(({ params }) => params.get('size') === '100').error(new ProgressEvent('error'));
    await page.settle();
    expect(save).not.toHaveBeenCalled();
    expect(page.text()).toContain('The server cannot be reached.');
  });
});
