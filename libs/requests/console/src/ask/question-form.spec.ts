import { askQuestion } from '@smartpar/requests/model';
import { messageContract } from './message-contract';
import { EMPTY_QUESTION, questionOf, type TypedQuestion } from './question-form';

const typed = (facts: Partial<TypedQuestion> = {}): TypedQuestion => ({
  ...EMPTY_QUESTION,
  text: 'Who sees my number?',
  identifier: 'mira@nordwerk.example',
  ...facts,
});

const faults = (facts: Partial<TypedQuestion>): string[] => {
  const judged = messageContract(askQuestion, (one: TypedQuestion) => questionOf(one, 'en')).safeParse(typed(facts));
  return judged.success ? [] : judged.error.issues.map(({ path }) => path.join('.'));
};

describe('the question to send', () => {
  it('goes back to the address the person uses, unless they name another', () => {
    expect(questionOf(typed({ replyAddress: 'left@over.example' }), 'en').replyAddress).toBe('mira@nordwerk.example');
    expect(questionOf(typed({ replyTo: 'other', replyAddress: 'mira@home.example' }), 'en').replyAddress).toBe('mira@home.example');
  });

  it('leaves an empty organization out and says a tick as yes', () => {
    expect(questionOf(typed({ organization: '  ' }), 'de')).toMatchObject({ organization: undefined, aboutContact: false, locale: 'de' });
    expect(questionOf(typed({ organization: 'Nordwerk', aboutContact: 'yes' }), 'de')).toMatchObject({ organization: 'Nordwerk', aboutContact: true });
  });

  it.each([
    [{}, []],
    [{ text: ' ' }, ['text']],
    [{ identifier: 'mira' }, ['identifier', 'replyAddress']],
    [{ replyTo: 'other', replyAddress: '' }, ['replyAddress']],
    [{ organization: 'x'.repeat(201) }, ['organization']],
    [{ text: 'a\u0007b' }, ['text']],
  ])('is judged by its contract: %j', (facts, fields) => {
    expect(faults(facts)).toEqual(fields);
  });
});
