import { provideAbilities } from '@smartpar/access/console/testing';
import type { MemberImport } from '@smartpar/members/model';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { ORGANIZATION, appliedImport, checkedImport } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ImportUnderWay } from './under-way';

const NEWEST = `/api/organizations/${ORGANIZATION}/member-imports?size=1`;

async function open(actions: readonly string[], ...items: readonly MemberImport[]) {
  const rules = actions.map((action) => ({ action, subject: 'member' }));
  const page = await mount(ImportUnderWay, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [provideAbilities(ORGANIZATION, rules)],
  });
  for (const call of page.http.match(NEWEST)) call.flush({ items, next: null });
  await page.settle();
  return page;
}

describe('on the list of members', () => {
  it('an import that is not finished is found again', async () => {
    const page = await open(['import'], checkedImport());
    expect(page.text()).toContain('An import of members is not finished. Waits for a decision. Go on');
    expect(page.element.querySelector('a')?.getAttribute('href')).toBe(`/org/${ORGANIZATION}/members/import/import-1`);
    await expectAccessible(page.element);
  });

  it('nothing is said of one that is over', async () => {
    expect((await open(['import'], appliedImport())).text()).toBe('');
  });

  it('nothing is asked for those who may not import', async () => {
    const page = await open(['list']);
    page.http.verify();
    expect(page.text()).toBe('');
  });
});
