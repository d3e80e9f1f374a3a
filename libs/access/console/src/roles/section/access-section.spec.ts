import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities } from '../../../testing/src';
import roles from '../i18n/en.json' with { type: 'json' };
import { AccessSection } from './access-section';

const waysFor = async (...nouns: string[]) => {
  const page = await mount(AccessSection, {
    texts: { roles },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: 'read', subject: nouns }])],
  });
  return { page, ways: [...page.element.querySelectorAll('nav a')].map((way) => way.textContent.trim()) };
};

describe('the ways through access', () => {
  it('are those one may go', async () => {
    const { page, ways } = await waysFor('role', 'role-assignment');
    expect(ways).toEqual(['People', 'Roles']);
    await expectAccessible(page.element);
  });

  it('lead whoever may only begin an emergency straight to beginning one', async () => {
    const page = await mount(AccessSection, {
      texts: { roles },
      inputs: { organizationId: 'o1' },
      providers: [provideAbilities('o1', [{ action: 'break', subject: 'break-glass' }])],
    });
    expect([...page.element.querySelectorAll('nav a')].map((way) => way.getAttribute('href'))).toEqual(['/org/o1/access/break-glass/now']);
  });

  it('are parted where there are many, with the pages of the area that is open beneath', async () => {
    const { page } = await waysFor('role', 'role-assignment', 'grant', 'extract', 'lockbox', 'violation', 'ledger-names');
    const read = () => [...page.element.querySelectorAll('nav')].map((nav) => [...nav.querySelectorAll('a')].map((way) => way.textContent.trim()));
    await page.router.navigateByUrl('/org/o1/access/extracts/x1');
    await page.settle();
    expect(read()).toEqual([
      ['People and roles', 'Access to data', 'Out of the ordinary', 'Rules'],
      ['Who holds access', 'Data of many people'],
    ]);
    expect([...page.element.querySelectorAll('[aria-current]')].map((way) => [way.textContent.trim(), way.getAttribute('aria-current')])).toEqual([
      ['Access to data', 'true'],
      ['Data of many people', 'page'],
    ]);
    expect(page.element.querySelector('nav a')?.getAttribute('href')).toBe('/org/o1/access/people');
    await expectAccessible(page.element);
  });

  it('leave out what one may not read', async () => {
    expect((await waysFor('role')).ways).toEqual(['Roles']);
  });
});
