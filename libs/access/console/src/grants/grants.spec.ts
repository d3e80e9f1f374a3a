import { TestBed } from '@angular/core/testing';
import type { StandingGrant } from '@smartpar/access/model';
import { Dialogs, Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { provideAbilities, standingGrants } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Grants } from './grants';
import { GrantsHarness } from './grants.harness';

const ADDRESS = '/api/organizations/o1/standing-grants';
const PHONE = 'user.contact.phone_number.work';
const HIDDEN: StandingGrant = { role: 'helpdesk', category: PHONE, mode: 'hidden', purposes: [] };
const [HELPDESK, OWNER] = [3, 0];

async function open(may: string[], ...changed: StandingGrant[]) {
  const rules = may.map((action) => ({ action, subject: 'standing-grant' }));
  const page = await mount(Grants, { texts: { access: en }, inputs: { organizationId: 'o1' }, providers: [provideAbilities('o1', rules)] });
  page.http.expectOne(ADDRESS).flush(standingGrants(1, ...changed));
  await page.settle();
  return { page, grants: await page.part(GrantsHarness) };
}

/** What the dialog is closed with. */
const choosing = (chosen: StandingGrant | undefined) => jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(chosen);
const putOf = (page: Mounted<Grants>) => page.http.expectOne({ method: 'PUT', url: ADDRESS });

describe('who may see what', () => {
  it('is a table of roles and data, in words', async () => {
    const { page, grants } = await open(['read']);
    expect((await grants.roles())[HELPDESK]).toContain('Helpdesk');
    const [name] = await grants.cells(HELPDESK);
    expect(name).toContain('Hidden, can be revealed');
    expect(name).toContain('for: Helping somebody sign in and Helping somebody use the app');
    expect((await grants.cells(OWNER))[0]).toContain('Shown');
    expect((await grants.cells(4))[2]).toContain('Hidden');
    await expectAccessible(page.element);
  });

  it('says what is as shipped and what was changed when', async () => {
    const { grants } = await open(['read'], HIDDEN);
    const cells = await grants.cells(HELPDESK);
    expect(cells[0]).toContain('As shipped');
    expect(cells[2]).toContain('Changed on 2 March 2026');
  });

  it('is only looked at by those who may not change it', async () => {
    const { grants } = await open(['read'], HIDDEN);
    expect([await grants.mayChange(), await grants.mayRestore()]).toEqual([false, false]);
  });

  it('is changed by an owner, one cell at a time, and everything else stays', async () => {
    const { page, grants } = await open(['read', 'change'], HIDDEN);
    const chosen: StandingGrant = { role: 'auditor', category: 'user.name', mode: 'shown', purposes: ['wrongdoing'] };
    choosing(chosen);
    await grants.change(4, 0);
    await page.settle();
    const call = putOf(page);
    expect(call.request.body).toEqual({ version: 1, grants: [HIDDEN, chosen] });
    call.flush(standingGrants(2, HIDDEN, chosen));
    await page.settle();
    expect((await grants.cells(4))[0]).toContain('Shown');
    expect(TestBed.inject(Toasts).shown()?.text).toBe(
      'Auditor: sees Name at all times, for: Looking into wrongdoing. The people whose data it is can read that.',
    );
    await expectAccessible(page.element);
  });

  it('is undone from the word that it was done', async () => {
    const { page, grants } = await open(['read', 'change'], HIDDEN);
    choosing({ ...HIDDEN, mode: 'shown', purposes: ['support'] });
    await grants.change(HELPDESK, 2);
    await page.settle();
    putOf(page).flush(standingGrants(2, { ...HIDDEN, mode: 'shown', purposes: ['support'] }));
    await page.settle();
    TestBed.inject(Toasts).undo();
    await page.settle();
    const undo = putOf(page);
    expect(undo.request.body).toEqual({ version: 2, grants: [HIDDEN] });
    undo.flush(standingGrants(3, HIDDEN));
    await page.settle();
    expect(TestBed.inject(Toasts).shown()).toMatchObject({ text: 'It is as it was before.', undo: undefined });
  });

  it('is all as shipped again by one button, which is there only where something was changed', async () => {
    const { page, grants } = await open(['read', 'change'], HIDDEN);
    await grants.restoreAll();
    await page.settle();
    const call = putOf(page);
    expect(call.request.body).toEqual({ version: 1, grants: [] });
    call.flush(standingGrants(2));
    await page.settle();
    expect(await grants.mayRestore()).toBe(false);
  });

  it('stays as it is where the person thought better of it', async () => {
    const { page, grants } = await open(['read', 'change']);
    choosing(undefined);
    await grants.change(HELPDESK, 0);
    await page.settle();
    page.http.expectNone({ method: 'PUT' });
  });

  it('says so where somebody else was first, and shows what is there now', async () => {
    const { page, grants } = await open(['read', 'change']);
    choosing(HIDDEN);
    await grants.change(HELPDESK, 2);
    await page.settle();
    putOf(page).flush({ status: 409, code: 'standing_grant.changed_meanwhile', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne({ method: 'GET', url: ADDRESS }).flush(standingGrants(2, { ...HIDDEN, role: 'auditor', mode: 'shown', purposes: ['support'] }));
    await page.settle();
    expect(page.text()).toContain('Somebody else changed this');
    expect((await grants.cells(4))[2]).toContain('Shown');
  });
});
