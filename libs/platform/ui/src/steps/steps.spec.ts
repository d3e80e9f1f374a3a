import { expectAccessible, mount } from '../../testing/src';
import { Steps } from './steps';
import { StepsHarness } from './steps.harness';

const at = async (current: number) => {
  const page = await mount(Steps, { inputs: { label: 'Importing members', steps: ['File', 'Reading', 'Check'], current } });
  return { page, steps: await page.part(StepsHarness) };
};

describe('steps', () => {
  it('say which are done and which one somebody is at', async () => {
    const { page, steps } = await at(1);
    expect([await steps.current(), await steps.done()]).toEqual(['Reading', 1]);
    expect(page.text()).toContain('File done');
    await expectAccessible(page.element);
  });

  it('are all done in the end', async () => {
    const { steps } = await at(3);
    expect([await steps.current(), await steps.done()]).toEqual([null, 3]);
  });
});
