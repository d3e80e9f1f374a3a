import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import type { MemberImport } from '@smartpar/members/model';
import { ShareBarHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { COUNTS, ORGANIZATION, checkedImport, lineFault } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Findings } from './findings';

const FAULTS = `/api/organizations/${ORGANIZATION}/member-imports/import-1/faults`;

async function open(facts: Partial<MemberImport> = {}): Promise<Mounted<Findings>> {
  const page = await mount(Findings, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION, of: checkedImport(facts) },
    providers: [provideSession(sessionFacts())],
  });
  for (const call of page.http.match(FAULTS)) call.flush({ items: [lineFault()], next: null });
  await page.settle();
  return page;
}

const button = (page: Mounted<Findings>, word: string): HTMLButtonElement | undefined =>
  [...page.element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(word));

describe('what a file would do', () => {
  it('is told in figures, with its faults and the ways to go on', async () => {
    const page = await open();
    expect(await (await page.part(ShareBarHarness)).shares()).toEqual(['New members: 4,997', 'Lines with faults: 3']);
    expect(page.text()).toContain('5,000 lines were read. No member has been changed yet.');
    expect(page.text()).toContain('This is not an e-mail address.');
    expect(button(page, 'Choose the mended file')).toBeDefined();
    expect(page.text()).toContain('deleted then unless you go on');
    await expectAccessible(page.element);
  });

  it('names whatever else there is', async () => {
    const page = await open({ counts: { lines: 9, new: 0, changed: 1, existing: 2, unchanged: 3, skipped: 1, faulty: 2 } });
    expect(await (await page.part(ShareBarHarness)).shares()).toEqual([
      'New members: 0',
      'Members who change: 1',
      'Here already, what you may not see is written anew: 2',
      'Stay as they are: 3',
      'Owners, who only owners change: 1',
      'Lines with faults: 2',
    ]);
  });

  it('says that of several values one is taken', async () => {
    const page = await open({ furtherValues: 12 });
    expect(page.text()).toContain('In 12 entries something has more than one value, such as two phone numbers. The first is taken.');
    await expectAccessible(page.element);
  });

  it('says nothing of further values where there are none', async () => {
    expect((await open()).text()).not.toContain('more than one value');
  });

  it('shows no faults where there are none', async () => {
    const page = await open({ counts: { ...COUNTS, faulty: 0 } });
    expect(page.element.querySelector('sp-import-faults')).toBeNull();
    expect(button(page, 'Choose the mended file')).toBeUndefined();
  });

  it('can be printed, and the file be read otherwise', async () => {
    const page = await open();
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    button(page, 'Print')?.click();
    expect(print).toHaveBeenCalledTimes(1);
    let anew = 0;
    page.component.anew.subscribe(() => (anew += 1));
    button(page, 'Read it differently')?.click();
    expect(anew).toBe(1);
  });

  it('is for looking at where somebody else brought the file', async () => {
    const page = await open({
      by: { memberId: 'member-2', number: 10002, me: false },
      may: { preview: false, check: false, apply: false, cancel: true },
    });
    expect(button(page, 'Choose the mended file')).toBeUndefined();
    expect(button(page, 'Read it differently')).toBeUndefined();
    expect(page.text()).toContain('only they can apply it');
  });
});
