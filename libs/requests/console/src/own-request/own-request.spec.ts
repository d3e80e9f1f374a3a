import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import type { OwnRequestView } from '@smartpar/requests/model';
import { clock, ownRequest } from '../../testing/src';
import en from '../i18n/en.json' with { type: 'json' };
import { OwnRequest } from './own-request';
import { OwnRequestHarness } from './own-request.harness';

async function show(facts: Partial<OwnRequestView> = {}): Promise<{ page: Mounted<OwnRequest>; question: OwnRequestHarness }> {
  const page = await mount(OwnRequest, { texts: { requests: en }, inputs: { request: ownRequest(facts), send: () => Promise.reject(new Error('sent')) } });
  return { page, question: await page.part(OwnRequestHarness) };
}

describe('my question', () => {
  it('shows the conversation, who answers and by when I hear', async () => {
    const { page, question } = await show();
    expect(await question.entries()).toEqual([
      'Your question arrived',
      'You: Who can see my phone number?',
      'Dana Reyes, privacy officer: I am looking into it.',
    ]);
    expect(page.text()).toContain('Question P-7K3M-Q2');
    expect(page.text()).toContain('Nordwerk');
    expect(page.text()).toContain('privacy@');
    await expectAccessible(page.element);
  });

  it('says how the date was computed', async () => {
    const { question } = await show();
    const words = await (await question.clock())?.explanation();
    expect(words).toContain('The clock started on 5 March 2099');
    expect(words).toContain('at the latest on 6 April 2099');
  });

  it('says it by rule and source where the person may know who answers', async () => {
    const { question } = await show({ clock: clock() });
    const words = await (await question.clock())?.explanation();
    expect(words).toContain('because the organization is in Germany');
    expect(words).toContain('Source: GDPR Art. 12(3)');
  });

  it('names nobody before they introduce themselves', async () => {
    const { page } = await show({ answeredBy: null });
    expect(page.text()).toContain('will introduce themselves');
    expect(page.text()).not.toContain('Nordwerk');
  });

  it.each([
    [{ state: 'waiting-for-person', paused: true }, 'The clock stands still until you answer'],
    [{ state: 'waiting-for-person', paused: false }, 'They have asked you something.'],
    [{ overdue: true }, 'The answer is late'],
  ] satisfies [Partial<OwnRequestView>, string][])('says what is the matter: %j', async (facts, words) => {
    expect(await (await show(facts)).question.note()).toContain(words);
  });

  it('shows when it was answered instead of a clock', async () => {
    const { page, question } = await show({ state: 'answered', closedAt: '2099-03-20T12:00:00Z' });
    expect(await question.clock()).toBeNull();
    expect(page.text()).toContain('Answered on 20 March 2099');
    expect(await question.note()).toBeNull();
  });

  it("leaves out what is not the person's to know", async () => {
    const { question } = await show({
      timeline: [
        { id: 'a', at: '2099-03-05T09:00:00Z', type: 'event', event: { code: 'assigned', memberId: 'm2', line: 'Jonas Weber' } },
        { id: 'b', at: '2099-03-05T09:00:00Z', type: 'event', event: { code: 'part-handed-over', reference: 'P-2', to: 'smartpar' } },
      ],
    });
    const entries = await question.entries();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain('It went to SmartPAR as P-2');
  });
});
