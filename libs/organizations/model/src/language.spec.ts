import { COMMON_LANGUAGES, isLanguage } from './language';

describe('languages', () => {
  it.each(['de', 'en', 'pt', 'yue'])('include %s', (code) => expect(isLanguage(code)).toBe(true));

  it.each(['', 'DE', 'de-DE', 'xx', 'german', 'zz'])('refuse "%s"', (code) => expect(isLanguage(code)).toBe(false));

  it('offer only what is accepted', () => expect(COMMON_LANGUAGES.filter((code) => !isLanguage(code))).toEqual([]));
});
