import { TestBed } from '@angular/core/testing';
import { Problem, Toasts, type Act } from '@smartpar/platform/ui';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { RequestState } from '@smartpar/requests/model';
import type { OwnRequestAct } from '../answers';
import en from '../i18n/en.json' with { type: 'json' };
import { WriteAgain } from './write-again';
import { WriteAgainHarness } from './write-again.harness';

type Send = (text: string, act: Act) => Promise<OwnRequestAct>;

const SENT: OwnRequestAct = { requestId: 'r1', entryId: 'e1', state: 'in-progress', promisedOn: '2026-04-06' };

async function write(send: Send, state: RequestState = 'in-progress'): Promise<{ page: Mounted<WriteAgain>; form: WriteAgainHarness }> {
  const page = await mount(WriteAgain, { texts: { requests: en }, inputs: { name: 'r1', state, send } });
  return { page, form: await page.part(WriteAgainHarness) };
}

describe('writing again', () => {
  beforeEach(() => sessionStorage.clear());

  it('sends the message, empties the field and says so', async () => {
    const said: string[] = [];
    const { page, form } = await write((text) => {
      said.push(text);
      return Promise.resolve(SENT);
    });
    let written = 0;
    page.component.written.subscribe(() => (written += 1));
    await form.type('One thing more.');
    await form.send();
    await page.settle();
    expect(said).toEqual(['One thing more.']);
    expect(await (await form.text()).value()).toBe('');
    expect(await (await form.text()).error()).toBeNull();
    expect(TestBed.inject(Toasts).shown()?.text).toBe('Your message has been sent.');
    expect(written).toBe(1);
  });

  it('keeps the message when it does not get through', async () => {
    const { page, form } = await write(() => Promise.reject(new Problem({ status: 503, code: 'x', detail: '' })));
    await form.type('One thing more.');
    await form.send();
    await page.settle();
    expect(await (await form.text()).value()).toBe('One thing more.');
    expect(await (await form.problem()).sentence()).toContain('what you typed is still here');
    expect(sessionStorage.getItem('draft:write:r1')).toContain('One thing more.');
  });

  it('asks for words before it sends', async () => {
    const { form } = await write(() => Promise.reject(new Error('sent')));
    await form.type('  ');
    await form.send();
    expect(await (await form.text()).error()).toBe('Please write something first.');
  });

  it.each([
    ['in-progress', 'Write again'],
    ['answered', 'That opens your question once more'],
    ['waiting-for-person', 'Your answer'],
  ] as const)('says what it does while the question is %s', async (state, words) => {
    const { page } = await write(() => Promise.resolve(SENT), state);
    expect(page.text()).toContain(words);
    await expectAccessible(page.element);
  });
});
