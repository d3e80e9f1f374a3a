import { inviteMember } from './invitation.contract';

const invited = { email: 'wren@nordwerk.example', firstName: 'Wren', locale: 'en' };
const nameOf = (firstName: string, lastName: string | null = null) => {
  const read = inviteMember.parse({ ...invited, firstName, lastName });
  return [read.firstName, read.lastName];
};

describe('the name of somebody invited', () => {
  it.each([
    ['Arabic', 'محمد', 'الفاسي'],
    ['Hebrew', 'שרה', 'לוי־כהן'],
    ['Thai', 'สมชาย', 'ใจดี'],
    ['Devanagari, joined', 'लक्ष्मी', 'शर्मा\u094d\u200d'],
    ['Persian, kept apart', 'علی\u200cرضا', 'رضایی'],
    ['Chinese', '李', '小龙'],
    ['Japanese with a rare character', '𠮷野', '家'],
    ['Vietnamese, in pieces', 'Nguye\u0302\u0303n', 'Va\u0306n'],
    ['Turkish', 'İrem', 'Işık'],
    ['an apostrophe and a hyphen', "Mary-Jane d'Arc", 'O’Neill'],
    ['of emoji, which somebody may call themselves', '\u{1f469}\u200d\u{1f680}', '\u{1f3f3}\ufe0f\u200d\u{1f308}'],
    ['as long as names may be', 'x'.repeat(200), 'ß'.repeat(200)],
    ['of one letter', 'O', 'E'],
  ])('may be %s', (_, firstName, lastName) => {
    expect(nameOf(firstName, lastName)).toEqual([firstName, lastName]);
  });

  it('may be a single one', () => expect(nameOf('Suharto')).toEqual(['Suharto', null]));

  it('is what one reads: nothing turns it around', () => {
    expect(nameOf('\u202eanA\u202c', '\u2068Silva\u2069')).toEqual(['anA', 'Silva']);
  });

  it.each(['\u200d', '\u200b', '\u3164\u3164', '\u2800', '\u202e\u202c', 'x'.repeat(201), 'Ana\nSilva', 'Ana\u2028Silva'])(
    'is nothing that cannot be seen, too long, or of two lines: %j',
    (firstName) => {
      expect(inviteMember.safeParse({ ...invited, firstName }).error?.issues.map(({ path }) => path)).toContainEqual(['firstName']);
    },
  );
});

describe('the address of somebody invited', () => {
  it.each([
    'wren+smartpar@nordwerk.example',
    'wren.o’neill@nordwerk.example',
    'wren@münchen.example',
    'wren@xn--mnchen-3ya.example',
    'wren@例え.テスト',
    '用户@例子.广告',
    'محمد@مثال.إختبار',
    `${'w'.repeat(64)}@nordwerk.example`,
  ])('may be %s', (email) => {
    expect(inviteMember.parse({ ...invited, email }).email).toBe(email);
  });

  it('is what one reads, where it was copied with marks around it', () => {
    expect(inviteMember.parse({ ...invited, email: '\u202awren@nordwerk.example\u202c' }).email).toBe('wren@nordwerk.example');
  });

  it.each([
    'wren',
    'wren@',
    '@nordwerk.example',
    'wren@nordwerk',
    'wren@nord\u3164werk.example',
    `${'w'.repeat(65)}@nordwerk.example`,
    `wren@${'n'.repeat(250)}.example`,
  ])('is not %s', (email) => {
    expect(inviteMember.safeParse({ ...invited, email }).success).toBe(false);
  });
});
