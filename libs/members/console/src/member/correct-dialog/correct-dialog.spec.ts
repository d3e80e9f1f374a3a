import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import type { MemberView } from '@smartpar/members/model';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { HELPDESK_SIGHT, ORGANIZATION, memberView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { CorrectDialog } from './correct-dialog';

const MEMBER = `/api/organizations/${ORGANIZATION}/members/member-1`;

async function open(member: MemberView = memberView()): Promise<{ page: Mounted<CorrectDialog>; closed: unknown[] }> {
  const closed: unknown[] = [];
  const page = await mount(CorrectDialog, {
    texts: { members: en },
    providers: [
      { provide: DIALOG_DATA, useValue: { organizationId: ORGANIZATION, member } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  return { page, closed };
}

const field = (page: Mounted<CorrectDialog>, label: string): Promise<FieldHarness> => page.part(FieldHarness.labelled(label));

async function save(page: Mounted<CorrectDialog>): Promise<void> {
  page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
  await page.settle();
}

describe('correcting facts of a member', () => {
  it('sends what was changed, with the version that was read', async () => {
    const { page, closed } = await open();
    await expectAccessible(page.element);
    await (await field(page, 'First name')).fill('Mirabel');
    await save(page);
    const call = page.http.expectOne(`${MEMBER}/profile`);
    expect([call.request.method, call.request.body]).toEqual(['PATCH', { version: 3, firstName: 'Mirabel' }]);
    call.flush({ memberId: 'member-1', number: 10422, status: 'active', version: 4 });
    await page.settle();
    expect(closed).toEqual([true]);
  });

  it('says of what is hidden that what is typed takes its place', async () => {
    const { page } = await open();
    const phone = await field(page, 'Work phone');
    expect(await phone.value()).toBe('');
    expect(page.text()).toContain('Hidden from you. Leave it empty to keep what is there');
  });

  it('wants no name and no address from those to whom they are hidden', async () => {
    const { page } = await open(memberView({ profile: {}, sight: { ...HELPDESK_SIGHT } }));
    await (await field(page, 'Work phone')).fill('+49 30 1234567');
    await save(page);
    expect(page.http.expectOne(`${MEMBER}/profile`).request.body).toEqual({ version: 3, phone: '+49 30 1234567' });
  });

  it.each([
    ['Work e-mail', '', 'Type the work e-mail address.'],
    ['First name', '', 'Type a name.'],
  ])('sends nothing while "%s" is %j', async (label, text, sentence) => {
    const { page } = await open();
    await (await field(page, label)).fill(text);
    await save(page);
    expect(await (await field(page, label)).error()).toBe(sentence);
    page.http.verify();
  });

  it.each([
    ['Work phone', 'phone', 'phone_unclear', 'Type the number with its country'],
    ['Work e-mail', 'email', 'taken', 'Somebody here has this address already.'],
  ])('says beside "%s" what the server found', async (label, name, code, sentence) => {
    const { page, closed } = await open();
    await (await field(page, label)).fill(name === 'email' ? 'jonas@nordwerk.example' : '12');
    await save(page);
    page.http
      .expectOne(`${MEMBER}/profile`)
      .flush({ code: 'member.refused', errors: [{ field: name, code, message: '' }] }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(await (await field(page, label)).error()).toContain(sentence);
    expect(closed).toEqual([]);
  });

  it('keeps what was typed where somebody else saved first, says what they made of it, and saves on top', async () => {
    const { page, closed } = await open();
    await (await field(page, 'First name')).fill('Mirabel');
    await save(page);
    page.http.expectOne(`${MEMBER}/profile`).flush({ code: 'member.changed_meanwhile' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne(MEMBER).flush(memberView({ version: 4, profile: { firstName: 'Miriam', lastName: 'Birch', email: 'mira@nordwerk.example' } }));
    await page.settle();
    expect(page.text()).toContain('What you typed is still here.');
    expect(page.text()).toContain('First name is now: Miriam');
    expect([await (await field(page, 'First name')).value(), await (await field(page, 'Last name')).value()]).toEqual(['Mirabel', 'Birch']);
    await save(page);
    expect(page.http.expectOne(`${MEMBER}/profile`).request.body).toEqual({ version: 4, firstName: 'Mirabel' });
    expect(closed).toEqual([]);
  });

  it('says what another address does to an invitation that waits', async () => {
    const invitation = { state: 'waiting' as const, sentAt: '2026-01-05T09:00:00Z', expiresAt: '2026-01-12T09:00:00Z' };
    expect((await open(memberView({ signsIn: false, invitation }))).page.text()).toContain('Send it again afterwards.');
  });
});
