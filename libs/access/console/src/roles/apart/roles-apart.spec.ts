import { TestBed } from '@angular/core/testing';
import type { KeptSeparation } from '@smartpar/access/model';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { provideAbilities, roleList } from '../../../testing/src';
import access from '../../i18n/en.json' with { type: 'json' };
import roles from '../i18n/en.json' with { type: 'json' };
import { RolesApart } from './roles-apart';

const ADDRESS = '/api/organizations/o1/role-separation';
const KEPT: KeptSeparation = { version: 2, pairs: [['helpdesk', 'owner']], limits: [{ role: 'owner', most: 2 }] };

async function open(kept: KeptSeparation = KEPT, may: readonly string[] = ['keep-apart']): Promise<Mounted<RolesApart>> {
  const page = await mount(RolesApart, {
    texts: { access, roles },
    inputs: { organizationId: 'o1' },
    providers: [provideAbilities('o1', [{ action: [...may, 'read'], subject: 'role' }])],
  });
  page.http.expectOne(ADDRESS).flush(kept);
  page.http.expectOne('/api/organizations/o1/roles').flush(roleList({ builtIn: [...roleList().builtIn, { role: 'auditor', abilities: [], holders: 0 }] }));
  await page.settle();
  return page;
}

async function press(page: Mounted<RolesApart>, words: string): Promise<void> {
  [...page.element.querySelectorAll('button')].find((button) => button.textContent.includes(words))?.click();
  await page.settle();
}

const choose = (page: Mounted<RolesApart>, place: number, value: string): void => {
  const select = page.element.querySelectorAll('select')[place];
  if (select !== undefined) select.value = value;
};

describe('what is kept apart', () => {
  it('stands in words: pairs and limits', async () => {
    const page = await open();
    expect(page.text()).toContain('Helpdesk and Owner');
    expect(page.text()).toContain('Owner: at most 2');
    await expectAccessible(page.element);
  });

  it('is one pair more by two choices, which can be taken back', async () => {
    const page = await open();
    choose(page, 0, 'role-1');
    choose(page, 1, 'owner');
    await press(page, 'Keep apart');
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ ...KEPT, pairs: [...KEPT.pairs, ['role-1', 'owner']] });
    call.flush({ ...KEPT, version: 3, pairs: [...KEPT.pairs, ['owner', 'role-1']] });
    await page.settle();
    expect(page.text()).toContain('Owner and Night watch');
    TestBed.inject(Toasts).undo();
    await page.settle();
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toEqual({ ...KEPT, version: 3 });
  });

  it('takes up a suggestion by one press', async () => {
    const page = await open({ version: 0, pairs: [], limits: [] });
    await press(page, 'Auditor and Owner');
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toMatchObject({ version: 0, pairs: [['auditor', 'owner']] });
  });

  it('limits a role, and says where more hold it now', async () => {
    const page = await open();
    choose(page, 2, 'helpdesk');
    await press(page, 'Limit');
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toMatchObject({ limits: [...KEPT.limits, { role: 'helpdesk', most: 2 }] });
    call.flush({ code: 'role.over_limit' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('More people hold this role now.');
  });

  it('is lifted again', async () => {
    const page = await open();
    await press(page, 'Allow together');
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toMatchObject({ pairs: [] });
    await press(page, 'Lift');
    expect(page.http.expectOne({ method: 'PUT', url: ADDRESS }).request.body).toMatchObject({ limits: [] });
  });

  it('is only read by those who may not say it', async () => {
    const page = await open(KEPT, []);
    expect(page.element.querySelectorAll('li button, select')).toHaveLength(0);
  });
});
