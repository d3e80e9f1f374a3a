import { newId } from '@smartpar/kernel';
import type * as z from 'zod';
import {
  addTemplate,
  askBack,
  askMine,
  askQuestion,
  assignRequest,
  changeTemplate,
  classifyRequest,
  closeRequest,
  confirmQuestion,
  keepDraft,
  MESSAGE_MAX,
  QUESTION_MAX,
  replyToRequest,
  requestListQuery,
  requestView,
} from './index';

const QUESTION = { identifier: 'kim@acme.test', replyAddress: 'kim@home.test', text: 'What do you hold about me?' };
const VALID: readonly (readonly [string, z.ZodType, Record<string, unknown>])[] = [
  ['a question', askQuestion, QUESTION],
  ['a confirmation', confirmQuestion, { token: 'abc' }],
  ['a question signed in', askMine, { text: 'Why?' }],
  ['a classification', classifyRequest, { kind: 'complaint', aboutMemberId: newId() }],
  ['an assignment', assignRequest, { memberId: null }],
  ['a reply', replyToRequest, { text: 'Dear Kim' }],
  ['a question back', askBack, { text: 'Which year?', pause: 'clarification' }],
  ['an answer', closeRequest, { text: 'Here it is', outcome: 'fulfilled' }],
  ['a draft', keepDraft, { kind: 'reply', text: ' ' }],
  ['a template', addTemplate, { title: 'Hello', language: 'de-CH', text: 'Guten Tag' }],
  ['a change of a template', changeTemplate, { kind: null }],
];

describe('what comes in', () => {
  it.each(VALID)('%s is taken', (_, contract, message) => {
    expect(contract.safeParse(message).error).toBeUndefined();
  });

  it.each(VALID)('%s with an unknown field is refused', (_, contract, message) => {
    expect(contract.safeParse({ ...message, surprise: 1 }).success).toBe(false);
  });

  it.each(VALID.filter(([, , message]) => 'text' in message))(
    '%s with control characters, no text at all or another type is refused',
    (_, contract, message) => {
      for (const text of ['with \u0000 inside', 7, null, ['x']]) expect(contract.safeParse({ ...message, text }).success).toBe(false);
    },
  );

  it('has a length to which it is taken, and no further', () => {
    expect(askQuestion.safeParse({ ...QUESTION, text: 'x'.repeat(QUESTION_MAX) }).success).toBe(true);
    expect(askQuestion.safeParse({ ...QUESTION, text: 'x'.repeat(QUESTION_MAX + 1) }).success).toBe(false);
    expect(replyToRequest.safeParse({ text: 'x'.repeat(MESSAGE_MAX + 1) }).success).toBe(false);
  });

  it('fills in what a question leaves open', () => {
    expect(askQuestion.parse(QUESTION)).toEqual({ ...QUESTION, concerns: 'unsure', aboutContact: false, locale: 'en' });
  });

  it.each([{ identifier: 'nobody' }, { replyAddress: 'a b@c.de' }, { concerns: 'everything' }, { locale: 'xx' }, { organization: 'x'.repeat(201) }])(
    'a question with %j is refused',
    (wrong) => {
      expect(askQuestion.safeParse({ ...QUESTION, ...wrong }).success).toBe(false);
    },
  );

  it('keeps a draft as it was typed', () => {
    expect(keepDraft.parse({ kind: 'note', text: '  unfinished \n' })).toEqual({ kind: 'note', text: '  unfinished \n' });
    expect(keepDraft.safeParse({ kind: 'note', text: '' }).success).toBe(true);
  });

  it('asks the inbox in words, and refuses others', () => {
    expect(requestListQuery.parse({})).toEqual({ size: 50, state: 'open', order: 'due' });
    expect(requestListQuery.parse({ size: '10', overdue: 'true', assignee: 'me' })).toMatchObject({ size: 10, overdue: true, assignee: 'me' });
    for (const wrong of [{ state: 'lost' }, { assignee: 'somebody' }, { size: '0' }, { size: '1000' }, { sort: 'due' }, { overdue: 'yes' }]) {
      expect(requestListQuery.safeParse(wrong).success).toBe(false);
    }
  });
});

describe('what goes out', () => {
  it('of a request names neither the reply address nor anything else of the person', () => {
    expect(Object.keys(requestView.shape.person.shape)).toEqual(['memberId', 'memberNumber', 'identifier', 'proved']);
  });
});
