import { domainOf, emailAddress, foldAddress, identifier, longText, shortText } from './text';

describe('texts from outside', () => {
  it.each(['Zoë', '李小龙', 'محمد', "O'Connor-Ångström", 'ab\u200dcd'])('accepts the name %s', (name) => {
    expect(shortText(200).parse(` ${name} `)).toBe(name);
  });

  it.each(['', '   ', 'two\nlines', 'bell\u0007', 'nul\u0000', 'lone \ud800 surrogate', 'x'.repeat(201)])('refuses %j as one line', (text) => {
    expect(shortText(200).safeParse(text).success).toBe(false);
  });

  it('keeps line breaks in long texts and refuses other control characters', () => {
    expect(longText(100).parse('first\r\nsecond\tindented')).toBe('first\r\nsecond\tindented');
    expect(longText(100).safeParse('escape \u001b[31m').success).toBe(false);
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

  it.each(['ann', 'ann@', '@example.com', 'ann@example', 'a b@example.com', 'ann@exa mple.com', 'ann@@example.com', 'ann@example.com\nbcc:x@example.com', '"a"@example.com', 'ann@example.com,ben@example.com', `${'a'.repeat(65)}@example.com`])(
    'refuses %j',
    (address) => {
      expect(emailAddress().safeParse(address).success).toBe(false);
    },
  );

  it('folds what people write differently into one form', () => {
    expect(foldAddress(' Ann@EXAMPLE.com ')).toBe('ann@example.com');
    expect(foldAddress('ann@MÜLLER.example')).toBe('ann@xn--mller-kva.example');
    expect(foldAddress('ann@xn--mller-kva.example')).toBe(foldAddress('ANN@müller.example'));
  });

  it('takes the domain from behind the last at sign', () => {
    expect(domainOf('Ann@Mail.Example.com')).toBe('mail.example.com');
  });
});
