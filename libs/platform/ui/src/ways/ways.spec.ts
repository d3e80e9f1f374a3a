import { expectAccessible, mount } from '../../testing/src';
import { Ways } from './ways';

describe('the ways through a part of the product', () => {
  it('lead to its pages, and say which of them is open', async () => {
    const ways = [
      { address: '/org/o1/access/people', label: 'ui.close' },
      { address: '/org/o1/access/roles', label: 'ui.close' },
    ];
    const page = await mount(Ways, { inputs: { label: 'Access', ways } });
    await page.router.navigateByUrl('/org/o1/access/roles');
    await page.settle();
    const links = [...page.element.querySelectorAll('a')];
    expect(links.map((link) => [link.getAttribute('href'), link.getAttribute('aria-current')])).toEqual([
      ['/org/o1/access/people', null],
      ['/org/o1/access/roles', 'page'],
    ]);
    expect(page.element.querySelector('nav')?.getAttribute('aria-label')).toBe('Access');
    await expectAccessible(page.element);
  });
});
