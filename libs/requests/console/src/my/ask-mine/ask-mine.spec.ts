import { TestBed } from '@angular/core/testing';
import type { Membership } from '@smartpar/access/console';
import { membership } from '@smartpar/access/console/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { AskedMine } from '../../answers';
import en from '../../i18n/en.json' with { type: 'json' };
import { AskMine } from './ask-mine';
import { AskMineHarness } from './ask-mine.harness';

const ASKED: AskedMine = { parts: [{ requestId: 'r1', reference: 'P-1', to: 'organization', promisedOn: '2026-04-06' }] };
const SECOND = membership({ organizationId: 'organization-2', organizationName: 'Kiosk Lindqvist' });

async function ask(...memberships: Membership[]): Promise<{ page: Mounted<AskMine>; form: AskMineHarness }> {
  const page = await mount(AskMine, { texts: { requests: en }, inputs: { memberships: memberships.length > 0 ? memberships : [membership()] } });
  return { page, form: await page.part(AskMineHarness) };
}

describe('asking signed in', () => {
  beforeEach(() => sessionStorage.clear());

  it('begins the sentence of a correction, at the organization that keeps what is wrong', async () => {
    const correction = { what: 'email', organizationId: 'organization-2' } as const;
    const page = await mount(AskMine, { texts: { requests: en }, inputs: { memberships: [membership(), SECOND], correction } });
    void (await page.part(AskMineHarness)).send();
    await page.settle();
    const { body } = page.http.expectOne('/api/organizations/organization-2/my/requests').request;
    expect(body).toMatchObject({ kind: 'rectification', text: 'My work e-mail is not right. It should be: ' });
  });

  it('leaves what was typed before as it is', async () => {
    await (await ask()).form.type('What do you keep about me?');
    TestBed.resetTestingModule();
    const correction = { what: 'name', organizationId: 'organization-1' } as const;
    const page = await mount(AskMine, { texts: { requests: en }, inputs: { memberships: [membership()], correction } });
    expect(page.element.querySelector('textarea')?.value).toBe('What do you keep about me?');
  });

  it('begins where one types, and sends the question to the organization', async () => {
    const { page, form } = await ask();
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    await expectAccessible(page.element);
    const heard: AskedMine[] = [];
    page.component.asked.subscribe((asked) => heard.push(asked));
    await form.type('What do you keep about me?');
    await (await form.field('What is it?'))?.choose('subject-access');
    void form.send();
    await page.settle();
    const call = page.http.expectOne('/api/organizations/organization-1/my/requests');
    expect(call.request.body).toEqual({ text: 'What do you keep about me?', kind: 'subject-access', to: 'organization', aboutContact: false });
    call.flush(ASKED);
    await page.settle();
    expect(heard).toEqual([ASKED]);
    expect(sessionStorage.getItem('draft:ask-mine') ?? '').not.toContain('keep');
  });

  it('goes to SmartPAR, or to both, when that is chosen', async () => {
    const { page, form } = await ask();
    await form.type('How is the app improved?');
    await (await form.side())?.choose('SmartPAR');
    await (await form.aboutContact()).toggle();
    void form.send();
    await page.settle();
    expect(page.http.expectOne('/api/organizations/organization-1/my/requests').request.body).toMatchObject({ to: 'smartpar', aboutContact: true });
  });

  it('asks which organization only where there are several', async () => {
    expect(await (await ask()).form.field('Which organization?')).toBeNull();
  });

  it('goes to the organization chosen', async () => {
    const { page, form } = await ask(membership(), SECOND);
    await (await form.field('Which organization?'))?.choose('organization-2');
    await form.type('What do you keep about me?');
    void form.send();
    await page.settle();
    page.http.expectOne('/api/organizations/organization-2/my/requests');
  });

  it('has only one side for those who came without an organization', async () => {
    const { page, form } = await ask(membership({ kind: 'direct-users' }));
    expect(await form.side()).toBeNull();
    await form.type('What do you keep about me?');
    void form.send();
    await page.settle();
    expect(page.http.expectOne('/api/organizations/organization-1/my/requests').request.body).toMatchObject({ to: 'organization' });
  });

  it('keeps what was typed when it is left or refused', async () => {
    const { page, form } = await ask();
    let cancelled = 0;
    page.component.cancelled.subscribe(() => (cancelled += 1));
    await form.type('Half a question');
    void form.send();
    await page.settle();
    page.http.expectOne('/api/organizations/organization-1/my/requests').flush(null, { status: 500, statusText: 'Error' });
    await page.settle();
    expect(await (await form.problem()).sentence()).toContain('what you typed is still here');
    await form.cancel();
    expect(cancelled).toBe(1);
    expect(sessionStorage.getItem('draft:ask-mine')).toContain('Half a question');
  });
});
