import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import members from '../i18n/en.json' with { type: 'json' };
import { RoleChips } from './role-chips';

const access = { roles: { owner: { name: 'Owner', sentence: 'Answers for the organization.' } } };

describe('the roles somebody holds', () => {
  it.each([
    [['owner'], 0, 'Owner'],
    [['owner'], 1, 'Owner 1 further role'],
    [[], 2, '2 further roles'],
    [[], 0, 'No role'],
  ] as const)('%j and %i beside them: %s', async (roles, further, words) => {
    const page = await mount(RoleChips, { texts: { access, members }, inputs: { roles, further } });
    expect(page.text().replace(/\s+/g, ' ').trim()).toBe(words);
    await expectAccessible(page.element);
  });
});
