import { expectAccessible, ListHarness, mount } from '@smartpar/platform/ui/testing';
import { lockboxExample, provideAbilities } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import lockbox from '../i18n/en.json' with { type: 'json' };
import { LockboxList } from './lockbox-list';

async function open(items: object[], nouns = ['lockbox', 'lockbox-rules']) {
  const page = await mount(LockboxList, {
    texts: { access, lockbox },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: 'read', subject: nouns }])],
  });
  page.http.expectOne('/api/organizations/o1/lockboxes').flush({ items, next: null });
  await page.settle();
  return page;
}

describe('what SmartPAR asked for', () => {
  it('is a list by case, with what for and where it stands', async () => {
    const page = await open([lockboxExample(), lockboxExample({ id: 'l2', caseReference: 'CASE-1', justification: 'fault', state: 'over', looks: 3 })]);
    const list = await page.part(ListHarness);
    const [first, second] = await list.rows();
    expect(first).toMatch(/^CASE-48211 \| Somebody there asked SmartPAR for help \| Waits for an answer \|/);
    expect(second).toMatch(/^CASE-1 \| Something in the app is broken \| Over \| .* \| 3$/);
    expect((await list.links())[0]).toBe('/org/o1/access/lockbox/l1');
    await expectAccessible(page.element);
  });

  it('leads to the rules, for those who read them', async () => {
    expect((await open([])).element.querySelector('a[href="/org/o1/access/lockbox/rules"]')).not.toBeNull();
  });

  it('is empty as long as nothing was asked, and leads to no rules one may not read', async () => {
    const page = await open([], ['lockbox']);
    expect(page.text()).toContain('SmartPAR has not asked for anything');
    expect(page.element.querySelector('a[href$="rules"]')).toBeNull();
  });
});
