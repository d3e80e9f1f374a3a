import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { provideSession, sessionFacts, undertakingExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Session } from '../../session/session';
import { SignUndertakingHarness } from '../../undertaking/sign-undertaking/sign-undertaking.harness';
import { RevealTasks } from '../reveal-task';
import type { RevealQuestion } from '../reveal-topic';
import { RevealDialog } from './reveal-dialog';
import { RevealDialogHarness } from './reveal-dialog.harness';

const PHONE = 'user.contact.phone_number.work';
const ADDRESS = '/api/organizations/o1/members/m1/reveals';
const ANSWER = { revealId: 'r1', at: '2026-03-02T09:00:00Z', values: { [PHONE]: '+49 30 1234567' }, fields: [] };
const QUESTION: RevealQuestion = { organizationId: 'o1', memberId: 'm1', categories: [PHONE], about: 'M-10422', purposes: ['sign-in-help', 'support'] };

async function open(question: Partial<RevealQuestion> = {}, before?: (tasks: RevealTasks) => void) {
  const closed: unknown[] = [];
  const remembering = (): RevealTasks => {
    const tasks = new RevealTasks();
    before?.(tasks);
    return tasks;
  };
  const page: Mounted<RevealDialog> = await mount(RevealDialog, {
    texts: { access: en },
    providers: [
      provideSession(sessionFacts()),
      { provide: RevealTasks, useFactory: remembering },
      { provide: DIALOG_DATA, useValue: { ...QUESTION, ...question } },
      { provide: DialogRef, useValue: { close: (answer: unknown) => closed.push(answer) } },
    ],
  });
  return { page, closed, tasks: TestBed.inject(RevealTasks), dialog: await page.part(RevealDialogHarness) };
}

describe('the question why', () => {
  it('says what is looked at, whose it is, and that they will see it', async () => {
    const { page, dialog } = await open();
    expect(await dialog.title()).toBe('Look at: Work phone of M-10422');
    expect(page.text()).toContain('The person will see that you looked');
    await expectAccessible(page.element);
  });

  it('names everything where several are looked at', async () => {
    const { dialog } = await open({ categories: ['user.name', PHONE], about: undefined });
    expect(await dialog.title()).toBe('Look at: Name and Work phone');
  });

  it('offers the purposes that were granted, and the reasons that go with the one chosen', async () => {
    const { page, dialog } = await open();
    expect(await dialog.offered('purpose')).toEqual(['Please choose', 'Helping somebody sign in', 'Helping somebody use the app']);
    expect(await dialog.offered('reason')).toEqual(['Please choose', 'In my own words']);
    await (await dialog.field('What do you need it for?')).choose('support');
    await page.settle();
    expect(await dialog.offered('reason')).toEqual([
      'Please choose',
      'The person asked me for help',
      'I have to make sure who is calling',
      'I have to reach the person',
      'In my own words',
    ]);
  });

  it('takes a reason back that does not go with another purpose', async () => {
    const { page, dialog } = await open({ purposes: ['support', 'security'] });
    await (await dialog.field('What do you need it for?')).choose('security');
    await page.settle();
    await (await dialog.field('Why now?')).choose('unusual-sign-in');
    await (await dialog.field('What do you need it for?')).choose('support');
    await page.settle();
    expect(await (await dialog.field('Why now?')).value()).toBe('');
  });

  it('begins with the only purpose there is', async () => {
    const { dialog } = await open({ purposes: ['support'] });
    expect(await (await dialog.field('What do you need it for?')).value()).toBe('support');
  });

  it('asks for what is missing, and sends nothing', async () => {
    const { page, dialog } = await open();
    await dialog.look();
    await page.settle();
    expect(await (await dialog.field('Why now?')).error()).toBe('Please fill this in.');
    page.http.verify();
  });

  it('wants more than a word of one’s own', async () => {
    const { page, dialog } = await open({ purposes: ['support'] });
    await (await dialog.field('Why now?')).choose('words');
    await page.settle();
    await (await dialog.field('Your reason')).fill('because');
    await dialog.look();
    await page.settle();
    expect(await (await dialog.field('Your reason')).error()).toContain('at least 10 characters');
    page.http.verify();
    await expectAccessible(page.element);
  });
});

describe('looking', () => {
  it('sends purpose and reason and hands over what came', async () => {
    const { page, dialog, closed } = await open({ purposes: ['support'] });
    await (await dialog.field('Why now?')).choose('reaching-them');
    await dialog.look();
    await page.settle();
    const call = page.http.expectOne({ method: 'POST', url: ADDRESS });
    expect(call.request.body).toEqual({ categories: [PHONE], purpose: 'support', reason: { template: 'reaching-them' } });
    call.flush(ANSWER);
    await page.settle();
    expect(closed).toEqual([ANSWER]);
  });

  it('sends words of one’s own, and forgets them', async () => {
    const { page, dialog, tasks } = await open({ purposes: ['support'] });
    await (await dialog.field('Why now?')).choose('words');
    await page.settle();
    await (await dialog.field('Your reason')).fill('  Called back about a broken laptop. ');
    await dialog.look();
    await page.settle();
    const call = page.http.expectOne(ADDRESS);
    expect(call.request.body).toMatchObject({ reason: { words: 'Called back about a broken laptop.' } });
    call.flush(ANSWER);
    await page.settle();
    expect([tasks.purposeIn('o1'), tasks.reasonFor('o1', 'm1')]).toEqual(['support', null]);
  });

  it('remembers the purpose in the organization and the reason for the same person', async () => {
    const remember = (tasks: RevealTasks) => tasks.remember({ organizationId: 'o1', memberId: 'm1', purpose: 'support', reason: 'reaching-them' });
    const again = (await open({}, remember)).dialog;
    expect([await (await again.field('What do you need it for?')).value(), await (await again.field('Why now?')).value()]).toEqual([
      'support',
      'reaching-them',
    ]);
    TestBed.resetTestingModule();
    const other = (await open({ memberId: 'm2' }, remember)).dialog;
    expect([await (await other.field('What do you need it for?')).value(), await (await other.field('Why now?')).value()]).toEqual(['support', '']);
    TestBed.resetTestingModule();
    expect(await (await (await open({ organizationId: 'o2' }, remember)).dialog.field('What do you need it for?')).value()).toBe('');
  });

  it('forgets what it was for with whoever signs out', async () => {
    const { page, tasks } = await open();
    tasks.remember({ organizationId: 'o1', memberId: 'm1', purpose: 'support', reason: 'reaching-them' });
    await TestBed.inject(Session).signOut();
    await page.settle();
    expect([tasks.purposeIn('o1'), tasks.reasonFor('o1', 'm1')]).toEqual([null, null]);
  });

  it('that is refused says so and keeps what was chosen', async () => {
    const { page, dialog, closed } = await open({ purposes: ['support'] });
    await (await dialog.field('Why now?')).choose('reaching-them');
    await dialog.look();
    await page.settle();
    page.http.expectOne(ADDRESS).flush({ status: 404, code: 'not_found', detail: '' }, { status: 404, statusText: 'Not Found' });
    await page.settle();
    expect(page.text()).toContain('You may not look at this any more');
    expect(closed).toEqual([]);
  });

  it('that was made before, with an answer that came too late, is made anew by pressing again', async () => {
    const { page, dialog, closed } = await open({ purposes: ['support'] });
    await (await dialog.field('Why now?')).choose('reaching-them');
    await dialog.look();
    await page.settle();
    const late = page.http.expectOne(ADDRESS);
    late.flush({ code: 'reveal.over', detail: '' }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(page.text()).toContain('that minute is over');
    await dialog.look();
    await page.settle();
    const anew = page.http.expectOne(ADDRESS);
    expect(anew.request.headers.get('Idempotency-Key')).not.toBe(late.request.headers.get('Idempotency-Key'));
    anew.flush(ANSWER);
    await page.settle();
    expect(closed).toEqual([ANSWER]);
  });

  describe('by somebody who has not signed', () => {
    async function unsigned() {
      const opened = await open({ purposes: ['support'] });
      const { page, dialog } = opened;
      await (await dialog.field('Why now?')).choose('reaching-them');
      await dialog.look();
      await page.settle();
      page.http.expectOne(ADDRESS).flush({ code: 'undertaking.unsigned', detail: '' }, { status: 409, statusText: 'Conflict' });
      await page.settle();
      page.http.expectOne('/api/organizations/o1/undertaking').flush(undertakingExample());
      await page.settle();
      return { ...opened, sign: await page.part(SignUndertakingHarness) };
    }

    it('shows what is promised in its place, and goes on by itself once it is signed', async () => {
      const { page, dialog, sign, closed } = await unsigned();
      expect(await dialog.title()).toBe('Before your first look');
      await expectAccessible(page.element);
      await (await sign.name()).fill('Linden Ashgrove');
      await sign.sign();
      await page.settle();
      page.http.expectOne('/api/organizations/o1/undertaking/signatures').flush(undertakingExample({ inForce: true }));
      await page.settle();
      const call = page.http.expectOne(ADDRESS);
      expect(call.request.body).toMatchObject({ purpose: 'support', reason: { template: 'reaching-them' } });
      call.flush(ANSWER);
      await page.settle();
      expect(closed).toEqual([ANSWER]);
    });

    it('shows nothing where they do not sign', async () => {
      const { page, sign, closed } = await unsigned();
      await sign.decline();
      page.http.verify();
      expect(closed).toEqual([undefined]);
    });
  });

  it('can be thought better of', async () => {
    const { page, dialog, closed } = await open();
    await dialog.cancel();
    expect(closed).toEqual([undefined]);
    page.http.verify();
  });
});
