import { expectAccessible, mount } from '../../testing/src';
import { ShareBar } from './share-bar';
import { ShareBarHarness } from './share-bar.harness';

it('parts of a whole are figures with words, and those that are there are drawn', async () => {
  const shares = [
    { label: 'New', count: 4997, tone: 'good', icon: 'plus' },
    { label: 'Changed', count: 0, tone: 'told', icon: 'edit' },
    { label: 'Faulty', count: 3, tone: 'late', icon: 'alert' },
  ] as const;
  const page = await mount(ShareBar, { inputs: { shares } });
  const bar = await page.part(ShareBarHarness);
  expect(await bar.shares()).toEqual(['New: 4,997', 'Changed: 0', 'Faulty: 3']);
  expect(await bar.drawn()).toBe(2);
  await expectAccessible(page.element);
});
