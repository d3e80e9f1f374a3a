import { Component, NO_ERRORS_SCHEMA } from '@angular/core';
import { expectAccessible, mount } from '../../testing/src';
import { Problem, type ProblemFacts } from './problem';
import { ProblemNote } from './problem-note';
import { ProblemNoteHarness } from './problem-note.harness';

@Component({
  selector: 'sp-two-places',
  imports: [ProblemNote],
  template: '<sp-pending><sp-problem-note [problem]="problem" /></sp-pending><form><sp-problem-note [problem]="problem" /></form>',
  schemas: [NO_ERRORS_SCHEMA],
})
class TwoPlaces {
  protected readonly problem = new Problem({ status: 409, code: 'x', detail: 'No.' });
}

const shown = async (facts: ProblemFacts, sentences: Readonly<Record<string, string>> = {}) => {
  const page = await mount(ProblemNote, { inputs: { problem: new Problem(facts), sentences }, texts: { identity: { refused: 'That did not match.' } } });
  return { page, sentence: await (await page.part(ProblemNoteHarness)).sentence() };
};

describe('a problem note', () => {
  it.each<[string, ProblemFacts, string]>([
    ['no answer: typed text is still here', { status: 0, code: 'unreachable', detail: '' }, 'what you typed is still here'],
    ['no reason known: typed text is still here', { status: 0, code: 'unexpected', detail: '' }, 'Something went wrong'],
    ['a failing server never shows its own words', { status: 500, code: 'boom', detail: 'relation "x" does not exist' }, 'could not do this'],
    ['too much at once says when to come back', { status: 429, code: 'x', detail: '', retryAfterSeconds: 30 }, 'in 30 seconds'],
    ['a refusal says it in its own words', { status: 409, code: 'request.closed', detail: 'This question is closed.' }, 'This question is closed.'],
  ])('%s', async (_name, facts, words) => {
    expect((await shown(facts)).sentence).toContain(words);
  });

  it("prefers the place's own sentence", async () => {
    const { sentence } = await shown({ status: 401, code: 'session.refused', detail: 'No.' }, { 'session.refused': 'identity.refused' });
    expect(sentence).toBe('That did not match.');
  });

  it('is heard at once and says what to quote to support', async () => {
    const { page } = await shown({ status: 500, code: 'x', detail: '', reference: 'req-8f2a' });
    expect(page.element.closest('[role=alert]')).not.toBeNull();
    expect(page.text()).toContain('req-8f2a');
    await expectAccessible(page.element);
  });

  it('comes into sight after something was pressed, and not where something could only not be read', async () => {
    const seen: (string | undefined)[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      seen.push(this.parentElement?.localName);
    };
    await mount(TwoPlaces);
    Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
    expect(seen).toEqual(['form']);
  });

  it('shows nothing when nothing is wrong', async () => {
    const page = await mount(ProblemNote, { inputs: { problem: null } });
    expect(page.text()).toBe('');
  });
});
