import { HttpErrorResponse } from '@angular/common/http';
import { expectAccessible, mount, type Mounted } from '@smartpar/platform/ui/testing';
import { decideCase } from '../../testing/src';
import { CaseDecision } from './case-decision';

const REASON = 'I have asked them, and the look was needed.';
const refused = new HttpErrorResponse({ status: 409, error: { code: 'violation.settled', detail: '' } });

async function open(more: Record<string, unknown> = {}) {
  const send = jest.fn(() => Promise.resolve());
  const inputs = {
    offered: true,
    ...{ question: 'What came of it?', yes: 'Give it back', no: 'Keep them away' },
    ...{ least: 10, tooShort: 'Say it in at least 10 characters.', sentences: {}, send },
    ...more,
  };
  const page: Mounted<CaseDecision> = await mount(CaseDecision, { inputs });
  return { page, send };
}

describe('the decision of a case', () => {
  it('is sent with its reason', async () => {
    const { page, send } = await open();
    await decideCase(page, 'Give it back', REASON);
    expect(send).toHaveBeenCalledWith({ verdict: 'yes', reason: REASON }, expect.anything());
    await expectAccessible(page.element);
  });

  it('is not sent in a word', async () => {
    const { page, send } = await open();
    await decideCase(page, 'Keep them away', 'No.');
    expect([send.mock.calls, page.text()]).toEqual([[], expect.stringContaining('at least 10 characters')]);
  });

  it('that was refused says why, also where it is nobody’s to decide any more', async () => {
    const { page } = await open({ send: () => Promise.reject(refused) });
    const told: unknown[] = [];
    page.component.refused.subscribe((problem) => told.push(problem.code));
    await decideCase(page, 'Give it back', REASON);
    page.fixture.componentRef.setInput('offered', false);
    await page.settle();
    expect([told, page.element.querySelector('textarea'), page.element.querySelector('sp-problem-note')?.textContent.trim()]).toEqual([
      ['violation.settled'],
      null,
      expect.stringMatching(/./),
    ]);
  });
});
