import { membership, provideSession, sessionFacts } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import { Toasts } from '@smartpar/platform/ui';
import { FieldHarness, expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestView } from '@smartpar/requests/model';
import { ASSIGNABLE, COLLEAGUE, ME, ORGANIZATION, requestView } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Assignee } from './assignee';

const MEMBERS = `/api/organizations/${ORGANIZATION}/members/assignable`;
const ASSIGNMENT = `/api/organizations/${ORGANIZATION}/requests/request-1/assignment`;
const MINE = { memberId: ME, number: 10003 };
const THEIRS = { memberId: COLLEAGUE, number: 10017 };

async function show(facts: Partial<RequestView> = {}): Promise<Mounted<Assignee>> {
  const page = await mount(Assignee, {
    texts: { requests: en },
    inputs: { organizationId: ORGANIZATION, request: requestView(facts) },
    providers: [provideSession(sessionFacts({ memberships: [membership({ memberId: ME })] }))],
  });
  for (const call of page.http.match(MEMBERS)) call.flush(ASSIGNABLE);
  await page.settle();
  return page;
}

const take = (page: Mounted<Assignee>): HTMLButtonElement | null => page.element.querySelector('button');
const DONE = { requestId: 'request-1', entryId: 'e', state: 'in-progress', dueAt: '2099-04-06T22:00:00Z' };

describe('who answers a request', () => {
  it('can be taken on at one press', async () => {
    const page = await show({ assignee: null });
    await expectAccessible(page.element);
    take(page)?.click();
    await page.settle();
    expect(page.http.expectOne(ASSIGNMENT).request.body).toEqual({ memberId: ME });
  });

  it('can be somebody else, and that can be undone', async () => {
    const page = await show({ assignee: MINE });
    let changed = 0;
    page.component.changed.subscribe(() => (changed += 1));
    const field = await page.part(FieldHarness);
    void field.choose(COLLEAGUE);
    await page.settle();
    const call = page.http.expectOne(ASSIGNMENT);
    expect(call.request.body).toEqual({ memberId: COLLEAGUE });
    call.flush(DONE);
    await page.settle();
    expect(changed).toBe(1);
    TestBed.inject(Toasts).undo();
    await page.settle();
    expect(page.http.expectOne(ASSIGNMENT).request.body).toEqual({ memberId: ME });
  });

  it('can be everybody again', async () => {
    const page = await show({ assignee: THEIRS });
    void (await page.part(FieldHarness)).choose('');
    await page.settle();
    expect(page.http.expectOne(ASSIGNMENT).request.body).toEqual({ memberId: null });
  });

  it('is not offered to take on to whoever has it', async () => {
    expect(take(await show({ assignee: MINE }))).toBeNull();
  });

  it('never is the member a complaint is about', async () => {
    const page = await show({ assignee: null, aboutMemberId: COLLEAGUE });
    expect(page.text()).not.toContain('Jonas Weber');
  });

  it('is shown by number to those who may not change it', async () => {
    const page = await show({ assignee: THEIRS, may: { answer: true, assign: false, handOver: false } });
    expect(page.text()).toContain('M-10017');
    expect(page.element.querySelector('select')).toBeNull();
    page.http.expectNone(MEMBERS);
  });

  it('says so where nobody does yet', async () => {
    expect((await show({ assignee: null, may: { answer: true, assign: false, handOver: false } })).text()).toContain('Nobody yet');
  });

  it('says why it could not be changed', async () => {
    const page = await show({ assignee: null });
    take(page)?.click();
    await page.settle();
    page.http.expectOne(ASSIGNMENT).flush({ code: 'request.not_assignable', detail: 'Choose another.' }, { status: 422, statusText: 'No' });
    await page.settle();
    expect(page.text()).toContain('Choose another.');
  });

  it('shows who it still is where somebody else was refused', async () => {
    const page = await show({ assignee: MINE });
    void (await page.part(FieldHarness)).choose(COLLEAGUE);
    await page.settle();
    page.http.expectOne(ASSIGNMENT).flush({ code: 'request.not_assignable', detail: 'Choose another.' }, { status: 422, statusText: 'No' });
    await page.settle();
    expect(page.element.querySelector('select')?.value).toBe(ME);
  });
});
