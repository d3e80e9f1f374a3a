import { expectAccessible, mount } from '../../testing/src';
import { PersonLine } from './person-line';
import { PersonLineHarness } from './person-line.harness';

describe('a person line', () => {
  it.each([
    [{ name: 'Dana Reyes', duty: 'Privacy officer' }, 'Dana Reyes Privacy officer'],
    [{ name: 'Dana Reyes', number: 10422 }, 'Dana Reyes M-10422'],
    [{ number: 10422, duty: 'Member' }, 'M-10422 Member'],
    [{ number: 10422 }, 'M-10422'],
    [{ name: null, number: null }, 'Somebody'],
  ])('shows of %j no more than it is given', async (inputs, line) => {
    const page = await mount(PersonLine, { inputs });
    expect((await (await page.part(PersonLineHarness)).line()).trim()).toBe(line);
    await expectAccessible(page.element);
  });

  it.each([
    ['Dana Maria Reyes', 'DR'],
    ['Ågot', 'Å'],
    [null, '#'],
  ])('abbreviates %s to %s', async (name, initials) => {
    const page = await mount(PersonLine, { inputs: { name } });
    expect(page.element.querySelector('.disc')?.textContent).toBe(initials);
  });
});
