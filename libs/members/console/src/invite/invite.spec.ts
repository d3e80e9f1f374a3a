import { membership, provideAbilities, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import { Toasts } from '@smartpar/platform/ui';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { ME, ORGANIZATION, SITES } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Invite } from './invite';

const MEMBERS = `/api/organizations/${ORGANIZATION}/members`;

async function open(...actions: string[]): Promise<Mounted<Invite>> {
  const rules = [...actions.map((action) => ({ action, subject: 'member' })), { action: 'read', subject: 'site' }];
  const page = await mount(Invite, {
    texts: { members: en },
    inputs: { organizationId: ORGANIZATION },
    providers: [
      provideSession(sessionFacts({ memberships: [membership({ organizationId: ORGANIZATION, memberId: ME })] })),
      provideAbilities(ORGANIZATION, rules),
    ],
  });
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/sites`)) call.flush(SITES);
  await page.settle();
  return page;
}

const field = (page: Mounted<Invite>, label: string): Promise<FieldHarness> => page.part(FieldHarness.labelled(label));

async function fill(page: Mounted<Invite>, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await (await field(page, label)).fill(text);
}

async function send(page: Mounted<Invite>): Promise<void> {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
}

describe('inviting somebody', () => {
  it('sends who they are, and leads to the new member', async () => {
    const page = await open('invite', 'assign-role');
    await expectAccessible(page.element);
    await fill(page, { 'Work e-mail': 'mira@nordwerk.example', 'First name': 'Mira', 'Last name': 'Moorgreen' });
    await (await field(page, 'Site')).choose('site-2');
    await (await field(page, 'Language')).choose('de');
    page.element.querySelectorAll<HTMLInputElement>('fieldset input')[3]?.click();
    await send(page);
    const call = page.http.expectOne(MEMBERS);
    expect(call.request.body).toEqual({
      email: 'mira@nordwerk.example',
      firstName: 'Mira',
      lastName: 'Moorgreen',
      phone: null,
      siteId: 'site-2',
      locale: 'de',
      roles: ['helpdesk'],
    });
    call.flush({ memberId: 'member-5', number: 10426 }, { status: 201, statusText: 'Created' });
    await page.settle();
    expect(page.router.url).toBe(`/org/${ORGANIZATION}/members/member-5`);
    expect(TestBed.inject(Toasts).shown()?.text).toContain('M-10426');
  });

  it('offers no roles to those who may not give them', async () => {
    const page = await open('invite');
    expect(page.element.querySelector('fieldset')).toBeNull();
    await fill(page, { 'Work e-mail': 'mira@nordwerk.example', 'First name': 'Mira' });
    await send(page);
    expect(page.http.expectOne(MEMBERS).request.body).toMatchObject({ lastName: null, siteId: null, roles: [] });
  });

  it('sends nothing without an address and a name', async () => {
    const page = await open('invite');
    await send(page);
    expect(await (await field(page, 'Work e-mail')).error()).toBe('Type the work e-mail address.');
    expect(await (await field(page, 'First name')).error()).toBe('Type a name.');
    page.http.verify();
  });

  it('says beside the field what the server found, and what was typed stays', async () => {
    const page = await open('invite');
    await fill(page, { 'Work e-mail': 'mira@nordwerk.example', 'First name': 'Mira' });
    await send(page);
    const taken = { field: 'email', code: 'taken', message: '' };
    page.http.expectOne(MEMBERS).flush({ code: 'member.address_taken', errors: [taken] }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(await (await field(page, 'Work e-mail')).error()).toContain('find that member in the list');
    expect(await (await field(page, 'First name')).value()).toBe('Mira');
  });
});
