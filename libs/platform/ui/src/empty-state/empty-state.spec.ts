import { expectAccessible, mount } from '../../testing/src';
import { EmptyState } from './empty-state';

describe('an empty state', () => {
  it('says that there is nothing and what to do first', async () => {
    const page = await mount(EmptyState, { inputs: { title: 'No sites yet', hint: 'Add the first one.' } });
    expect(page.text()).toBe('No sites yet Add the first one.');
    await expectAccessible(page.element);
  });

  it('shows its icon only to those who see', async () => {
    const page = await mount(EmptyState, { inputs: { title: 'No sites yet', icon: 'building' } });
    expect(page.element.querySelector('sp-icon')?.getAttribute('aria-hidden')).toBe('true');
  });
});
