import { ACTION_CODES, KNOWN_ACTIONS } from './actions';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };

type Group = Readonly<Record<string, Readonly<Record<string, string>>>>;

describe('the words of the log', () => {
  it.each([
    ['en', en],
    ['de', de],
  ])('name every known action and nothing else: %s', (_locale, texts) => {
    const action: Group = texts.action;
    const worded = Object.entries(action).flatMap(([noun, deeds]) => Object.keys(deeds).map((deed) => `${noun}.${deed}`));
    expect(worded.toSorted()).toEqual(ACTION_CODES.toSorted());
  });

  it.each([
    ['en', en],
    ['de', de],
  ])('name the noun of every group: %s', (_locale, texts) => {
    expect(Object.keys(texts.noun)).toEqual(expect.arrayContaining(Object.keys(KNOWN_ACTIONS)));
  });

  it('have the form the log can be asked for', () => {
    expect(ACTION_CODES.filter((code) => !/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(code))).toEqual([]);
  });
});
