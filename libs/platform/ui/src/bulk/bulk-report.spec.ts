import { Problem } from '../problem/problem';
import { expectAccessible, mount } from '../../testing/src';
import { BulkReport } from './bulk-report';
import { BulkReportHarness } from './bulk-report.harness';
import { BulkRun } from './bulk-run';

const refused = (code: string, status = 409): Problem => new Problem({ code, status, detail: `No: ${code}.` });

async function show(answers: Readonly<Record<string, Problem | 'done' | 'never'>>) {
  const run = new BulkRun(Object.keys(answers), (item) => {
    const answer = answers[item];
    if (answer instanceof Problem) return Promise.reject(answer);
    return answer === 'done' ? Promise.resolve() : new Promise(() => undefined);
  });
  const page = await mount(BulkReport<string>, {
    inputs: { run, title: 'Wash', nameOf: (item: string) => `F-${item}`, link: (item: string) => `/fruit/${item}` },
  });
  let dismissed = 0;
  page.component.dismissed.subscribe(() => (dismissed += 1));
  void run.go();
  await page.settle();
  return { page, run, report: await page.part(BulkReportHarness), dismissed: () => dismissed };
}

describe('the report of one act for many', () => {
  it('says how far it is while it is under way', async () => {
    const { page, report } = await show({ 1: 'done', 2: 'never', 3: 'never', 4: 'done', 5: 'never' });
    expect([await report.progress(), await report.result()]).toEqual(['2 of 5 answered', '']);
    expect(page.element.querySelector('progress')?.value).toBe(2);
    await expectAccessible(page.element);
  });

  it('says that all of it was done, and is put away', async () => {
    const { page, report, dismissed } = await show({ 1: 'done', 2: 'done' });
    expect([await report.progress(), await report.result(), await report.refused(), await report.left()]).toEqual([null, 'Done: 2 of 2.', [], null]);
    await report.press('Put away');
    expect(dismissed()).toBe(1);
    await expectAccessible(page.element);
  });

  it('names whoever was refused by number, together where the reason is the same', async () => {
    const { page, report } = await show({ 1: 'done', 2: refused('a'), 3: refused('b'), 4: refused('a') });
    expect(await report.result()).toBe('Done: 1 of 4.');
    expect(await report.refused()).toEqual(['No: a. F-2 F-4', 'No: b. F-3']);
    expect(page.element.querySelector('.refused a')?.getAttribute('href')).toBe('/fruit/2');
    await expectAccessible(page.element);
  });

  it('names what is left and why, and goes on', async () => {
    const answers: Record<string, Problem | 'done'> = { 1: 'done', 2: refused('x', 503), 3: 'done', 4: 'done' };
    const { page, report } = await show(answers);
    expect(await report.left()).toMatch(/The server could not do this.* Not done yet: F-2/);
    answers['2'] = 'done';
    await report.press('Go on');
    await page.settle();
    expect([await report.result(), await report.left()]).toEqual(['Done: 4 of 4.', null]);
  });
});
