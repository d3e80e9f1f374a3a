import { NOTHING_WRITTEN, WRITING_CONTRACTS, WRITING_KINDS, draftKindOf, messageOf } from './writing';

const written = (facts: Partial<typeof NOTHING_WRITTEN> = {}) => ({ ...NOTHING_WRITTEN, text: 'Hello', ...facts });

describe('what is written to a request', () => {
  it.each([
    ['reply', {}, { text: 'Hello' }],
    ['note', { pause: 'identity', outcome: 'refused' }, { text: 'Hello' }],
    ['question-back', {}, { text: 'Hello', pause: null }],
    ['question-back', { pause: 'identity' }, { text: 'Hello', pause: 'identity' }],
    ['answer', { outcome: 'refused' }, { text: 'Hello', outcome: 'refused' }],
    ['reopen', {}, { text: 'Hello' }],
  ] as const)('as %s with %j is sent as %j', (kind, facts, message) => {
    expect(messageOf(kind, written(facts))).toEqual(message);
    expect(WRITING_CONTRACTS[kind].safeParse(messageOf(kind, written(facts))).success).toBe(true);
  });

  it('closes nothing without saying how it ends', () => {
    expect(WRITING_CONTRACTS.answer.safeParse(messageOf('answer', written())).success).toBe(false);
  });

  it.each(WRITING_KINDS)('is never empty: %s', (kind) => {
    expect(WRITING_CONTRACTS[kind].safeParse(messageOf(kind, written({ text: ' ', outcome: 'fulfilled' }))).success).toBe(false);
  });

  it('is kept as what it is, and opening again like a reply', () => {
    expect(WRITING_KINDS.map(draftKindOf)).toEqual(['reply', 'question-back', 'answer', 'note', 'reply']);
  });
});
