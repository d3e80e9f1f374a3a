import type { MemberImport } from '@smartpar/members/model';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { COUNTS, ORGANIZATION, checkedImport } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Apply } from './apply';

const APPLICATION = `/api/organizations/${ORGANIZATION}/member-imports/import-1/application`;

async function open(facts: Partial<MemberImport> = {}) {
  const page = await mount(Apply, { texts: { members: en }, inputs: { organizationId: ORGANIZATION, of: checkedImport(facts) } });
  const told: string[] = [];
  page.component.changed.subscribe(({ state }) => told.push(state));
  page.component.outdated.subscribe(() => told.push('outdated'));
  return { page, told };
}

const tick = async (page: Mounted<Apply>, words: string): Promise<void> => {
  [...page.element.querySelectorAll('label')].find((label) => label.textContent.includes(words))?.click();
  await page.settle();
};

async function apply(page: Mounted<Apply>): Promise<void> {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
}

describe('the decision about a file', () => {
  it('assumes neither that mails are sent nor that lines are left out', async () => {
    const { page } = await open();
    expect([...page.element.querySelectorAll<HTMLInputElement>('input')].map(({ checked }) => checked)).toEqual([false, false, false]);
    await expectAccessible(page.element);
    await apply(page);
    page.http.expectNone(APPLICATION);
    expect(page.text()).toContain('Choose whether mails are sent. We assume neither.');
    expect(page.text()).toContain('Tick this to go on without the lines with faults, or mend the file first.');
    expect(document.activeElement).toBe(page.element.querySelector('input[type=radio]'));
    await expectAccessible(page.element);
  });

  it('says how many mails, how many lines, and how many members', async () => {
    const { page } = await open();
    expect(page.text()).toContain('Yes, send 4,997 mails now');
    expect(page.text()).toContain('Leave out the 3 lines with faults');
    expect(page.element.querySelector('button')?.textContent).toContain('Add 4,997 members');
  });

  it.each([
    ['Yes, send', true],
    ['No, send no mails', false],
  ])('is sent with the check that was seen: %s', async (words, sendInvitations) => {
    const { page, told } = await open({ check: 4 });
    await tick(page, words);
    await tick(page, 'Leave out');
    await apply(page);
    const call = page.http.expectOne(APPLICATION);
    expect(call.request.body).toEqual({ check: 4, sendInvitations, leaveOutFaulty: true });
    call.flush(checkedImport({ state: 'applying' }));
    await page.settle();
    expect(told).toEqual(['applying']);
  });

  it('asks nothing that does not matter', async () => {
    const { page } = await open({ counts: { ...COUNTS, new: 0, changed: 2, faulty: 0 } });
    expect(page.element.querySelector('input')).toBeNull();
    await apply(page);
    expect(page.http.expectOne(APPLICATION).request.body).toEqual({ check: 1, sendInvitations: false, leaveOutFaulty: false });
  });

  it('is looked at again where the file was checked meanwhile', async () => {
    const { page, told } = await open({ counts: { ...COUNTS, faulty: 0 } });
    await tick(page, 'No, send no mails');
    await apply(page);
    page.http.expectOne(APPLICATION).flush({ code: 'member-import.checked_meanwhile', detail: 'x' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('The file was checked again since you looked.');
    expect(told).toEqual(['outdated']);
  });

  it('is not there where nothing would change, or somebody else brought the file', async () => {
    const may = { preview: false, check: false, apply: false, cancel: true };
    expect((await open({ may })).page.text()).toContain('No line of this file would change anything.');
  });

  it('is left to whoever brought the file', async () => {
    const may = { preview: false, check: false, apply: false, cancel: true };
    const { page } = await open({ may, by: { memberId: 'member-2', number: 10002, me: false } });
    expect(page.text()).toContain('M-10002 uploaded this file, and only they can apply it.');
  });
});
