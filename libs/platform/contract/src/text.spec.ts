import { domainOf, emailAddress, foldAddress, identifier, longText, shortText } from './text';

describe('texts from outside', () => {
  it.each(['Zoë', '李小龙', 'محمد', "O'Connor-Ångström", 'ab\u200dcd'])('accepts the name %s', (name) => {
    expect(shortText(200).parse(` ${name} `)).toBe(name);
  });

  it.each(['', '   ', 'two\nlines', 'two\u2028lines', 'bell\u0007', 'nul\u0000', 'lone \ud800 surrogate', 'x'.repeat(201)])(
    'refuses %j as one line',
    (text) => {
      expect(shortText(200).safeParse(text).success).toBe(false);
    },
  );

  it('keeps line breaks in long texts and refuses other control characters', () => {
    expect(longText(100).parse('first\r\nsecond\tindented')).toBe('first\r\nsecond\tindented');
    expect(longText(100).safeParse('escape \u001b[31m').success).toBe(false);
  });
});

describe('what cannot be seen in a text', () => {
  it.each([
    ['Persian, kept apart inside a word', 'می\u200cخواهم'],
    ['Malayalam, joined at the end of a word', 'മോഹന\u0d4d\u200d'],
    ['Devanagari, joined', 'क\u094d\u200dष'],
    ['a family of emoji', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['a heart with its colour', '\u2764\ufe0f'],
    ['a flag of letters', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a combining mark', 'Nguye\u0302\u0303n'],
  ])('stays where it belongs to it: %s', (_, text) => {
    expect([shortText(200).parse(text), longText(200).parse(text)]).toEqual([text, text]);
  });

  it.each([
    ['turned around', 'Ann\u202egnp.exe', 'Anngnp.exe'],
    ['as phones copy it', '\u202a+49 30 1234567\u202c', '+49 30 1234567'],
    ['isolated', '\u2068محمد\u2069', 'محمد'],
    ['marked', '\u200fשרה\u200e', 'שרה'],
    ['with gaps', 'An\u200bn\u2060 Lee\ufeff', 'Ann Lee'],
    ['hyphenated by a page', 'Moor\u00adgreen', 'Moorgreen'],
  ])('goes from one line where it only leads astray: %s', (_, text, kept) => {
    expect(shortText(200).parse(text)).toBe(kept);
  });

  it('goes from long texts where it turns them around; marks and breaks between words stay', () => {
    expect(longText(200).parse('\ufeffSee \u202etxt.exe\u202c: \u200fשלום, ภาษา\u200bไทย')).toBe('See txt.exe: \u200fשלום, ภาษา\u200bไทย');
  });

  it.each(['\u200d', '\u200c \u200d', '\u3164', '\u2800\u2800', '\ufe0f', '\u00a0\u115f'])('is no text by itself: %j', (text) => {
    for (const contract of [shortText(200), longText(200)]) {
      const issues = contract.safeParse(text).error?.issues ?? [];
      expect(issues.map((issue) => issue.code === 'custom' && issue.params)).toEqual([{ code: 'nothing_visible' }]);
    }
  });

  it.each(['\u202e', '\u200b', '\ufeff \u2066'])('leaves nothing, which is said to be just that: %j', (text) => {
    expect(
      shortText(200)
        .safeParse(text)
        .error?.issues.map(({ code }) => code),
    ).toEqual(['too_small']);
  });
});

describe('identifiers', () => {
  it('are one and the same however they are spelled', () => {
    expect(identifier().parse('01A215F5-5AEE-711D-8E25-9E91304A96CF')).toBe('01a215f5-5aee-711d-8e25-9e91304a96cf');
    expect(identifier().safeParse('me').success).toBe(false);
  });
});

describe('e-mail addresses', () => {
  it.each(['ann@example.com', 'ann+smartpar@mail.example.com', 'jörg@müller.example', '李@例え.テスト', "o'brien@example.ie"])('accepts %s', (address) => {
    expect(emailAddress().parse(` ${address}`)).toBe(address);
  });

  it.each([
    'ann',
    'ann@',
    '@example.com',
    'ann@example',
    'a b@example.com',
    'ann@exa mple.com',
    'ann@@example.com',
    'ann@example.com\nbcc:x@example.com',
    '"a"@example.com',
    'ann@example.com,ben@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('refuses %j', (address) => {
    expect(emailAddress().safeParse(address).success).toBe(false);
  });

  it.each([
    ['\u202aann@example.com\u202c', 'ann@example.com'],
    ['ann\u200b@example.com', 'ann@example.com'],
    ['ann@\u2066example.com', 'ann@example.com'],
    ['نامه\u200cای@example.com', 'نامه\u200cای@example.com'],
  ])('reads %j as one reads it', (typed, address) => {
    expect(emailAddress().parse(typed)).toBe(address);
  });

  it.each(['ann\u3164@example.com', 'ann@exam\u115fple.com'])('refuses what cannot be seen in %j', (address) => {
    expect(emailAddress().safeParse(address).success).toBe(false);
  });

  it('folds what people write differently into one form', () => {
    expect(foldAddress(' Ann@EXAMPLE.com ')).toBe('ann@example.com');
    expect(foldAddress('ann@MÜLLER.example')).toBe('ann@xn--mller-kva.example');
    expect(foldAddress('ann@xn--mller-kva.example')).toBe(foldAddress('ANN@müller.example'));
  });

  it.each(['/', '?', '#', '%2f', '\uff0f', '\uff1f', '\uff03', '\uff3c', '\uff20', '\uff1a', '\u2100'])(
    'never takes an address for another one because its domain has %j in it, and accepts none such',
    (sign) => {
      const address = `ann@example.com${sign}.elsewhere.example`;
      expect(foldAddress(address)).not.toMatch(/@example\.coma?$/);
      expect(emailAddress().safeParse(address).success).toBe(false);
    },
  );

  it.each(['ann@i\u2764.example', 'ann@col\u00b7legi.example', 'o/dd#local@example.com', '\uff41nn@example.com'])('accepts %s', (address) => {
    expect(emailAddress().safeParse(address).success).toBe(true);
  });

  it('takes the domain from behind the last at sign', () => {
    expect(domainOf('Ann@Mail.Example.com')).toBe('mail.example.com');
  });
});
