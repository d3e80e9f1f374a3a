import type { Rule } from '@smartpar/access/model';
import { expectAccessible, mount, SegmentedHarness } from '@smartpar/platform/ui/testing';
import { grantView, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import granting from '../i18n/en.json' with { type: 'json' };
import { GrantList } from './grant-list';

const LIST = '/api/organizations/o1/grants';

async function open(rules: Rule[], address = '/org/o1/access/grants') {
  const page = await mount(GrantList, { texts: { access, granting }, inputs: { organizationId: 'o1' }, address, providers: [provideAbilities('o1', rules)] });
  return { page, choice: await page.part(SegmentedHarness) };
}

describe('the list of access', () => {
  it('says who may see what, of whom, and how it stands', async () => {
    const { page } = await open([{ action: ['read', 'decide', 'ask'], subject: 'grant' }]);
    const role = { kind: 'role' as const, role: 'helpdesk' as const };
    page.http
      .expectOne(`${LIST}?show=current`)
      .flush({ items: [grantView({ standing: 'live' }), grantView({ id: 'g2', standing: 'live', grantee: role })], next: null });
    await page.settle();
    for (const said of ['M-10407', 'All contact data and Name', 'Everybody at Hamburg', 'In force', 'Everybody with the role “Helpdesk”', 'Ask for access']) {
      expect(page.text()).toContain(said);
    }
    await expectAccessible(page.element);
  });

  it('begins where the address says, and asks for what is chosen', async () => {
    const { page, choice } = await open([{ action: ['read', 'decide'], subject: 'grant' }], '/org/o1/access/grants?show=to-decide');
    page.http.expectOne(`${LIST}?show=to-decide`).flush({ items: [], next: null });
    await page.settle();
    expect(page.text()).toContain('Nothing waits for you');
    await choice.choose('Over');
    await page.settle();
    page.http.expectOne(`${LIST}?show=past`).flush({ items: [], next: null });
  });

  it('offers nothing to decide to whoever decides nothing, and no asking to whoever may not ask', async () => {
    const { page, choice } = await open([{ action: 'read', subject: 'grant' }]);
    page.http.expectOne(`${LIST}?show=current`).flush({ items: [], next: null });
    await page.settle();
    expect(await choice.answers()).toEqual(['In force', 'Mine', 'Over']);
    expect(page.text()).not.toContain('Ask for access');
  });
});
