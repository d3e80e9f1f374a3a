import { provideAbilities } from '@smartpar/access/console/testing';
import { TestBed } from '@angular/core/testing';
import { Toasts } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestView } from '@smartpar/requests/model';
import { ORGANIZATION, clock, requestView, template } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { Composer } from './composer';
import { ComposerHarness } from './composer.harness';
import type { WritingKind } from './writing';

const REQUEST = `/api/organizations/${ORGANIZATION}/requests/request-1`;
const DONE = { requestId: 'request-1', entryId: 'e', state: 'in-progress', dueAt: '2099-04-06T22:00:00Z' };

interface Opened {
  readonly page: Mounted<Composer>;
  readonly composer: ComposerHarness;
}

async function open(kind: WritingKind = 'reply', facts: Partial<RequestView> = {}, draft: object | null = null, nouns = ['reply-template']): Promise<Opened> {
  const page = await mount(Composer, {
    texts: { requests: en },
    inputs: { organizationId: ORGANIZATION, request: requestView(facts), kind },
    providers: [
      provideAbilities(
        ORGANIZATION,
        nouns.map((subject) => ({ action: 'read', subject })),
      ),
    ],
  });
  page.http.expectOne(`${REQUEST}/draft`).flush({ draft });
  const items = [template(), template({ id: 'template-2', title: 'For erasure', kind: 'erasure' })];
  for (const call of page.http.match(`/api/organizations/${ORGANIZATION}/templates`)) call.flush({ items });
  await page.settle();
  return { page, composer: await page.part(ComposerHarness) };
}

async function send({ page, composer }: Opened): Promise<void> {
  void composer.send();
  await page.settle();
  await page.settle();
}

describe('writing to a request', () => {
  beforeEach(() => sessionStorage.clear());

  it.each([
    ['reply', 'replies', 'The reply has been sent.'],
    ['note', 'notes', 'The note is saved.'],
    ['reopen', 'reopening', 'Sent. The question is open again.'],
  ] as const)('sends a %s, says so and empties the field', async (kind, path, words) => {
    const opened = await open(kind);
    let done = 0;
    opened.page.component.done.subscribe(() => (done += 1));
    await opened.composer.type('Dear Mira');
    await send(opened);
    const call = opened.page.http.expectOne(`${REQUEST}/${path}`);
    expect(call.request.body).toEqual({ text: 'Dear Mira' });
    call.flush(DONE);
    await opened.page.settle();
    expect(done).toBe(1);
    expect(TestBed.inject(Toasts).shown()?.text).toBe(words);
    expect(await (await opened.composer.text()).value()).toBe('');
    expect(sessionStorage).toHaveLength(0);
  });

  it('finds no fault in what was left empty when something else is written instead', async () => {
    const { page, composer } = await open('question-back');
    await composer.type('');
    page.fixture.componentRef.setInput('kind', 'answer');
    await page.settle();
    expect(await (await composer.text()).error()).toBeNull();
  });

  it('says what follows, and warns before something personal goes to an address nobody proved', async () => {
    const { page } = await open();
    expect(page.text()).toContain('The person gets a mail with a link, not your words');
    expect(page.text()).toContain('Send nothing personal');
    await expectAccessible(page.element);
  });

  it('does not warn where nothing leaves the house, or the person is known', async () => {
    expect((await open('note')).page.text()).not.toContain('Send nothing personal');
    TestBed.resetTestingModule();
    const known = { memberId: 'm1', memberNumber: 10422, identifier: null, proved: true };
    expect((await open('reply', { person: known })).page.text()).not.toContain('Send nothing personal');
  });

  it('closes only with an answer and how it ends', async () => {
    const opened = await open('answer');
    await opened.composer.type('Your number is gone.');
    await opened.composer.send();
    expect(await (await opened.composer.choice())?.error()).toBe('Please choose one of the answers.');
    await (await opened.composer.choice())?.choose('Done as asked');
    await send(opened);
    expect(opened.page.http.expectOne(`${REQUEST}/closing`).request.body).toEqual({ text: 'Your number is gone.', outcome: 'fulfilled' });
  });

  it('says what a refusal owes the person', async () => {
    expect((await open('answer')).page.text()).toContain('may complain to the supervisory authority');
  });

  it('offers to stop the clock where the rule allows it', async () => {
    const opened = await open('question-back');
    const choice = await opened.composer.choice();
    expect(await choice?.answers()).toEqual(['No, the clock runs on', 'Yes: it is not clear who is asking']);
    expect(await choice?.chosen()).toBe('No, the clock runs on');
    await choice?.choose('Yes: it is not clear who is asking');
    await opened.composer.type('Who are you?');
    await send(opened);
    expect(opened.page.http.expectOne(`${REQUEST}/questions-back`).request.body).toEqual({ text: 'Who are you?', pause: 'identity' });
  });

  it('says that the clock runs on where the rule does not', async () => {
    const { page, composer } = await open('question-back', { mayPauseFor: [] });
    expect(await composer.choice()).toBeNull();
    expect(page.text()).toContain('does not let the clock stand still');
  });

  it('says that the clock stands still already when something was asked before', async () => {
    const { page, composer } = await open('question-back', { mayPauseFor: [], clocks: [clock({ state: 'paused' })] });
    expect(await composer.choice()).toBeNull();
    expect(page.text()).toContain('The clock stands still already');
    expect(page.text()).not.toContain('does not let the clock stand still');
  });

  it('brings back the draft kept on the server, as what it was', async () => {
    const { page, composer } = await open('reply', {}, { kind: 'note', text: 'Ask IT', keptAt: '2099-03-06T09:00:00Z' });
    await page.settle();
    expect(await composer.title()).toBe('Internal note');
    expect(await (await composer.text()).value()).toBe('Ask IT');
  });

  it('keeps what was typed when something else is written instead', async () => {
    const { page, composer } = await open();
    await composer.type('Dear Mira');
    page.fixture.componentRef.setInput('kind', 'answer');
    await page.settle();
    expect(await composer.title()).toBe('Answer and close');
    expect(await (await composer.text()).value()).toBe('Dear Mira');
  });

  it('keeps what was typed when the server refuses', async () => {
    const opened = await open();
    await opened.composer.type('Dear Mira');
    await send(opened);
    opened.page.http
      .expectOne(`${REQUEST}/replies`)
      .flush({ code: 'request.already_answered', detail: 'It has been answered.' }, { status: 409, statusText: 'No' });
    await opened.page.settle();
    expect(await (await opened.composer.problem()).sentence()).toBe('It has been answered.');
    expect(await (await opened.composer.text()).value()).toBe('Dear Mira');
  });

  it('inserts a kept text that fits, where the cursor stands', async () => {
    const { page, composer } = await open();
    await composer.type('Dear Mira. Goodbye.');
    page.element.querySelector('textarea')?.setSelectionRange(11, 11);
    await composer.insert('Where data is kept');
    await page.settle();
    expect(await (await composer.text()).value()).toBe('Dear Mira. Your account is kept in Frankfurt.Goodbye.');
    await (await composer.templates())?.toggle();
    expect(await (await composer.templates())?.content()).not.toContain('For erasure');
  });

  it('offers no texts to those who may not read them', async () => {
    expect(await (await open('reply', {}, null, [])).composer.templates()).toBeNull();
  });
});
