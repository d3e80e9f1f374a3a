import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../../roles/i18n/en.json' with { type: 'json' };
import explain from '../i18n/en.json' with { type: 'json' };
import { RoleChange } from './role-change';

const KNOWN = ['member.list', 'member.read', 'member.export', 'group.read', 'role.read'];

const open = (before: readonly string[], chosen: readonly string[], holders = 0) =>
  mount(RoleChange, { texts: { access, roles, explain }, inputs: { before, chosen, known: KNOWN, holders } });

describe('what changing a role would make different', () => {
  it('is what comes and what goes, for however many hold it', async () => {
    const page = await open(['member.list', 'group.read'], ['member.list', 'role.read'], 3);
    await page.settle();
    expect(page.text()).toContain('3 people hold this role now.');
    expect(page.text()).toMatch(/could then also: Members .* Roles .* could then no longer, unless another role lets them: Groups/);
    await expectAccessible(page.element);
  });

  it('names what comes along with what was ticked', async () => {
    const page = await open([], ['member.export']);
    await page.settle();
    expect(page.text().match(/Comes along with what you ticked\./g)).toHaveLength(2);
  });

  it('says where nothing changes', async () => {
    const page = await open(['group.read'], ['group.read']);
    await page.settle();
    expect(page.text()).toContain('Nothing would change.');
  });
});
