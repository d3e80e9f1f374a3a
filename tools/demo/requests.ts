import type { SeedRequest } from '@smartpar/requests/api';

/** Members of a demo organization by address. */
export type MemberIds = ReadonlyMap<string, string>;

/** What has been asked of the mid-size employer, in every state a request can be in. The small one has two that nobody answered. */
export function demoRequests(slug: string, memberIds: MemberIds): readonly SeedRequest[] {
  const from = (email: string): SeedRequest['from'] => ({ memberId: memberIds.get(email) ?? '' });
  if (slug === 'larkspur') return larkspurRequests(from, memberIds.get('privacy.substitute@larkspur.example') ?? '');
  if (slug === 'pebble-fern') return pebbleFernRequests(from);
  return [];
}

type From = (email: string) => SeedRequest['from'];

const larkspurRequests = (from: From, substituteId: string): readonly SeedRequest[] => [
  {
    from: from('employee@larkspur.example'),
    text: 'Which of my data does the scheduling app keep, and for how long?',
    askedDaysAgo: 41,
    deeds: [
      { deed: 'reply', text: 'Thank you for asking. I am collecting the answer from the two sites.' },
      { deed: 'close', text: 'The app keeps your name, your work e-mail address and the devices you signed in with. Device entries go after 90 days.', outcome: 'fulfilled' },
    ],
  },
  {
    from: from('employee@larkspur.example'),
    kind: 'subject-access',
    text: 'Please send me a copy of everything you hold about me.',
    askedDaysAgo: 25,
    deeds: [
      { deed: 'assign', memberId: substituteId },
      { deed: 'note', text: 'Utrecht has confirmed; Kassel is still missing.' },
    ],
  },
  {
    from: from('both@larkspur.example'),
    text: 'Does my team lead see when I open the app?',
    askedDaysAgo: 12,
    deeds: [{ deed: 'ask-back', text: 'Which screen do you mean: the roster or the message list?', pause: null }],
  },
  {
    from: { identifier: 'linden.formerly@larkspur.example', replyAddress: 'linden@mail.example' },
    text: 'I left in spring. Is my account gone, and who can tell me?',
    askedDaysAgo: 3,
    deeds: [],
  },
];

const pebbleFernRequests = (from: From): readonly SeedRequest[] => [
  { from: from('both@larkspur.example'), text: 'Who reads the notes I leave in the shift plan?', askedDaysAgo: 45, deeds: [] },
  { from: { identifier: 'someone@pebble-fern.example', replyAddress: 'someone@mail.example' }, text: 'Please correct my name.', askedDaysAgo: 20, deeds: [] },
];
