import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Abilities } from '@smartpar/access/console';
import { TestBed } from '@angular/core/testing';
import type { MemberView } from '@smartpar/members/model';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { MAY, ME, ORGANIZATION, memberView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { RoleChoice } from './role-choice';

const rolesOf = (memberId = 'member-1'): string => `/api/organizations/${ORGANIZATION}/members/${memberId}/roles`;
const WORDS = { roles: { owner: { name: 'Owner', sentence: 'Answers for the organization.' }, helpdesk: { name: 'Helpdesk', sentence: 'Helps.' } } };
const DONE = { memberId: 'member-1', number: 10422, status: 'active', version: 3 };

async function show(facts: Partial<MemberView> = {}): Promise<{ page: Mounted<RoleChoice>; changed: () => number }> {
  const page = await mount(RoleChoice, {
    texts: { members: en, access: WORDS },
    inputs: { organizationId: ORGANIZATION, member: memberView(facts) },
    providers: [
      provideSession(sessionFacts({ memberships: [membership({ organizationId: ORGANIZATION, memberId: ME })] })),
      provideAbilities(ORGANIZATION, []),
    ],
  });
  let changed = 0;
  page.component.changed.subscribe(() => (changed += 1));
  return { page, changed: () => changed };
}

function boxOf(page: Mounted<RoleChoice>, word: string): HTMLInputElement {
  const label = [...page.element.querySelectorAll('label')].find((one) => one.textContent?.includes(word));
  const box = label?.querySelector('input');
  if (!box) throw new Error(`There is no "${word}".`);
  return box;
}

async function press(page: Mounted<RoleChoice>, word: string): Promise<void> {
  boxOf(page, word).click();
  await page.settle();
}

describe('the roles of a member', () => {
  it('are offered each with what it is for', async () => {
    const { page } = await show();
    expect([boxOf(page, 'Owner').checked, boxOf(page, 'Helpdesk').checked]).toEqual([false, true]);
    expect(page.text()).toContain('Answers for the organization.');
    expect(page.text()).not.toContain('support');
    await expectAccessible(page.element);
  });

  it('are given at once, and that can be taken back', async () => {
    const { page, changed } = await show();
    await press(page, 'Owner');
    const call = page.http.expectOne(`${rolesOf()}/owner`);
    expect(call.request.method).toBe('PUT');
    call.flush(DONE);
    await page.settle();
    expect(changed()).toBe(1);
    expect(TestBed.inject(Toasts).shown()?.text).toBe('Role given: Owner.');
    TestBed.inject(Toasts).undo();
    await page.settle();
    expect(page.http.expectOne(`${rolesOf()}/owner`).request.method).toBe('DELETE');
  });

  it('stay as they are where that is refused, and the reason is said', async () => {
    const { page, changed } = await show({ roles: ['owner'] });
    await press(page, 'Owner');
    page.http.expectOne(`${rolesOf()}/owner`).flush({ code: 'member.last_owner' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('This is the only owner');
    expect(boxOf(page, 'Owner').checked).toBe(true);
    expect(changed()).toBe(0);
  });

  it("change what the reader may do where they are the reader's own", async () => {
    const { page } = await show({ id: ME, roles: ['owner'] });
    const refresh = jest.spyOn(TestBed.inject(Abilities), 'refresh');
    await press(page, 'Owner');
    page.http.expectOne(`${rolesOf(ME)}/owner`).flush(DONE);
    await page.settle();
    expect(refresh).toHaveBeenCalledWith(ORGANIZATION);
  });

  it('are not offered to those who may not give them', async () => {
    const { page } = await show({ may: { ...MAY, assignRole: false } });
    expect(page.element.hidden).toBe(true);
    expect(page.text()).toBe('');
  });
});
