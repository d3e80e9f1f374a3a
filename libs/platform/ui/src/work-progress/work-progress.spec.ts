import { expectAccessible, mount } from '../../testing/src';
import { WorkProgress } from './work-progress';
import { WorkProgressHarness } from './work-progress.harness';

const at = async (done: number, total = 5000) => {
  const page = await mount(WorkProgress, { inputs: { label: 'Adding members', done, total, words: `${done} of ${total}` } });
  return { page, progress: await page.part(WorkProgressHarness) };
};

describe('progress', () => {
  it('is seen at every step and heard at every quarter', async () => {
    const { page, progress } = await at(2900);
    expect(await progress.far()).toBe('58% 2900 of 5000');
    expect(await progress.told()).toBe('Adding members: 50%');
    await expectAccessible(page.element);
    page.fixture.componentRef.setInput('done', 3700);
    await page.settle();
    expect(await progress.told()).toBe('Adding members: 50%');
    page.fixture.componentRef.setInput('done', 3751);
    await page.settle();
    expect(await progress.told()).toBe('Adding members: 75%');
  });

  it('never says more than all', async () => {
    expect(await (await at(6000)).progress.far()).toContain('100%');
  });

  it('says nothing wrong where nobody knows how much there is', async () => {
    const { page, progress } = await at(3, 0);
    expect([await progress.far(), await progress.told()]).toEqual(['3 of 0', 'Adding members']);
    expect(page.element.querySelector('progress')?.hasAttribute('value')).toBe(false);
    await expectAccessible(page.element);
  });
});
