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

  it('leave out what one may not read', async () => {
    expect((await waysFor('role')).ways).toEqual(['Roles']);
  });
});
