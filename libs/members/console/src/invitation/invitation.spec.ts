import { provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { Session } from '@smartpar/access/console';
import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { OpenedInvitation } from '@smartpar/members/model';
import { FieldHarness, ProblemNoteHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { openedInvitation } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { Invitation } from './invitation';
import { PasswordAdvice, type KnownOfPerson } from './password-advice';

const PREVIEW = '/api/invitations/preview';
const ACCEPT = '/api/invitations/acceptance';
const JOIN = '/api/account/invitations/acceptance';
const ACCEPTED = { organizationId: 'organization-1', email: 'mira@nordwerk.example' };
const OVER = { body: { code: 'invitation.over' }, status: { status: 410, statusText: 'Gone' } };

@Component({ selector: 'sp-adviser', template: `{{ password() }} said by {{ own().name }} of {{ own().organizationNames }}` })
class Adviser {
  readonly password = input.required<string>();
  readonly own = input.required<KnownOfPerson>();
}

interface Visit {
  readonly load?: () => Promise<typeof Adviser>;
  readonly signedIn?: boolean;
  readonly address?: string;
}

const open = ({ signedIn = false, address = '/invitation#t=token-1', load = () => Promise.resolve(Adviser) }: Visit = {}): Promise<Mounted<Invitation>> =>
  mount(Invitation, {
    texts: { members: en },
    address,
    providers: [provideSession(signedIn ? sessionFacts() : null), { provide: PasswordAdvice, useValue: { load } }],
  });

async function opened(facts: Partial<OpenedInvitation> = {}, visit: Visit = {}): Promise<Mounted<Invitation>> {
  const page = await open(visit);
  page.http.expectOne(PREVIEW).flush(openedInvitation(facts));
  await page.settle();
  return page;
}

async function press(page: Mounted<Invitation>, word: string): Promise<void> {
  const button = [...page.element.querySelectorAll('button')].find((one) => one.textContent?.includes(word));
  if (button === undefined) throw new Error(`There is no "${word}".`);
  button.click();
  await page.settle();
}

async function choose(page: Mounted<Invitation>, password: string): Promise<void> {
  await (await page.part(FieldHarness.labelled('New password'))).fill(password);
  await press(page, 'Accept the invitation');
}

const links = (page: Mounted<Invitation>): (string | null)[] => [...page.element.querySelectorAll('a')].map((link) => link.getAttribute('href'));

describe('what an invitation opens', () => {
  beforeEach(() => sessionStorage.clear());

  it('says who invites, and spends nothing by being opened', async () => {
    const page = await open();
    const call = page.http.expectOne(PREVIEW);
    expect(call.request.body).toEqual({ token: 'token-1' });
    call.flush(openedInvitation());
    await page.settle();
    expect(page.text()).toContain('Nordwerk invites you to join');
    expect(page.text()).toContain('mira@nordwerk.example');
    expect(page.router.url).toBe('/invitation');
    page.http.verify();
    await expectAccessible(page.element);
  });

  it('makes an account with the password that is chosen, and leads to signing in', async () => {
    const page = await opened();
    await choose(page, 'tidal lantern orbit');
    const call = page.http.expectOne(ACCEPT);
    expect(call.request.body).toEqual({ token: 'token-1', newPassword: 'tidal lantern orbit' });
    call.flush(ACCEPTED);
    await page.settle();
    expect(page.text()).toContain('You have joined');
    expect(links(page)).toEqual(['/sign-in']);
    expect(sessionStorage).toHaveLength(0);
    await expectAccessible(page.element);
  });

  it('says beside the field why a password is refused, and the link still works', async () => {
    const page = await opened();
    await choose(page, 'short');
    const fault = { field: 'newPassword', code: 'password.too_short', message: '' };
    page.http.expectOne(ACCEPT).flush({ code: 'password.too_short', errors: [fault] }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(await (await page.part(FieldHarness.labelled('New password'))).error()).toBe('Use at least 12 characters.');
  });

  it('leads whoever has an account to sign in, and back', async () => {
    const page = await opened({ accept: 'sign-in' });
    expect(page.element.querySelector('form')).toBeNull();
    expect(links(page)).toEqual(['/sign-in?return=%2Finvitation']);
    await expectAccessible(page.element);
  });

  it('asks whoever has an account by now to sign in', async () => {
    const page = await opened();
    await choose(page, 'tidal lantern orbit');
    page.http.expectOne(ACCEPT).flush({ code: 'invitation.sign_in_first' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    page.http.expectOne(PREVIEW).flush(openedInvitation({ accept: 'sign-in' }));
    await page.settle();
    expect(page.text()).toContain('Sign in with it; then you come back here');
  });

  it('joins with the account that is signed in', async () => {
    const page = await opened({ accept: 'sign-in' }, { signedIn: true });
    expect(page.text()).toContain('You are signed in as ines@nordwerk.example.');
    const refresh = jest.spyOn(TestBed.inject(Session), 'refresh');
    await press(page, 'Accept the invitation');
    const call = page.http.expectOne(JOIN);
    expect(call.request.body).toEqual({ token: 'token-1' });
    call.flush(ACCEPTED);
    await page.settle();
    expect(refresh).toHaveBeenCalled();
    expect(links(page)).toEqual(['/my']);
  });

  it('lets somebody else sign out first, and the link stays', async () => {
    const page = await opened({ accept: 'sign-in' }, { signedIn: true });
    await press(page, 'Accept the invitation');
    page.http.expectOne(JOIN).flush({ code: 'invitation.other_account' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(await (await page.part(ProblemNoteHarness)).sentence()).toContain('sign in with that one');
    sessionStorage.clear();
    await press(page, 'sign out');
    expect(links(page)).toEqual(['/sign-in?return=%2Finvitation']);
    expect(sessionStorage.getItem('draft:link:invitation')).toContain('token-1');
  });

  it.each<[string, () => Promise<Mounted<Invitation>>]>([
    [
      'at opening',
      async () => {
        const page = await open();
        page.http.expectOne(PREVIEW).flush(OVER.body, OVER.status);
        return page;
      },
    ],
    [
      'at accepting',
      async () => {
        const page = await opened();
        await choose(page, 'tidal lantern orbit');
        page.http.expectOne(ACCEPT).flush(OVER.body, OVER.status);
        return page;
      },
    ],
    ['because there is none', () => open({ address: '/invitation' })],
  ])('says what to do when it does not work, %s', async (_, failing) => {
    const page = await failing();
    await page.settle();
    expect(page.text()).toContain('This invitation does not work any more');
    await expectAccessible(page.element);
  });

  it('offers to try again when the server cannot be reached', async () => {
    const page = await open();
    page.http.expectOne(PREVIEW).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.text()).toContain('cannot be reached');
  });
});

describe('choosing a password for an invitation', () => {
  beforeEach(() => sessionStorage.clear());

  it('is advised while one types, knowing what others know of the person', async () => {
    const page = await opened({ lastName: 'Moorgreen' });
    await (await page.part(FieldHarness.labelled('New password'))).fill('tidal lantern');
    await page.settle();
    expect(page.text()).toContain('tidal lantern said by Mira Moorgreen of Nordwerk');
    await expectAccessible(page.element);
  });

  it('goes on without advice where that cannot be fetched', async () => {
    const page = await opened({}, { load: () => Promise.reject(new Error('offline')) });
    expect(await page.part(FieldHarness.labelled('New password'))).toBeDefined();
  });

  it('fetches none for those who have an account', async () => {
    const load = jest.fn(() => Promise.resolve(Adviser));
    await opened({ accept: 'sign-in' }, { load });
    TestBed.resetTestingModule();
    await opened({}, { signedIn: true, load });
    expect(load).not.toHaveBeenCalled();
  });
});
