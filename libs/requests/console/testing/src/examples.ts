import type { ClockView, ContactView, MyRequestItem, OwnRequestView, RequestListItem, RequestView, TemplateView } from '@smartpar/requests/model';

/** The organization the examples live in. */
export const ORGANIZATION = 'organization-1';

/** The member who reads the examples. */
export const ME = 'member-1';

/** Somebody else who may answer. */
export const COLLEAGUE = 'member-2';

/** A privacy contact. */
export const contact = (facts: Partial<ContactView> = {}): ContactView => ({
  name: 'Dana Reyes',
  email: 'privacy@nordwerk.example',
  postalAddress: 'Nordwerk\nHafenstraße 12',
  languages: ['de', 'en'],
  ...facts,
});

/** A clock of the GDPR that ends on a Monday because its day was a Sunday. */
export const clock = (facts: Partial<ClockView> = {}): ClockView => ({
  id: 'clock-1',
  ruleId: 'gdpr-12-3',
  regime: 'gdpr',
  citation: 'GDPR Art. 12(3)',
  confidence: 'verified',
  houseRule: false,
  figure: 1,
  unit: 'calendar-months',
  extension: { figure: 2, unit: 'calendar-months' },
  startedAt: '2099-03-05T09:00:00Z',
  halfAt: '2099-03-21T00:00:00Z',
  fourFifthsAt: '2099-03-30T00:00:00Z',
  dueAt: '2099-04-06T22:00:00Z',
  dueOn: '2099-04-06',
  timeZone: 'Europe/Berlin',
  state: 'running',
  pausedSince: null,
  pauseReason: null,
  mayPauseFor: ['identity'],
  leading: true,
  steps: [
    { code: 'started', at: '2099-03-05T09:00:00Z', day: '2099-03-05', timeZone: 'Europe/Berlin' },
    { code: 'rule-chosen', ruleId: 'gdpr-12-3', regime: 'gdpr', ground: 'controller-place', place: 'DE' },
    { code: 'period-added', figure: 1, unit: 'calendar-months', day: '2099-04-05' },
    { code: 'moved-to-working-day', from: '2099-04-05', day: '2099-04-06', because: [{ day: '2099-04-05', kind: 'weekend', name: null }] },
    { code: 'ends', day: '2099-04-06', at: '2099-04-06T22:00:00Z' },
  ],
  ...facts,
});

/** A request as those who answer see it: open, from somebody outside, answered by the reader. */
export const requestView = (facts: Partial<RequestView> = {}): RequestView => ({
  id: 'request-1',
  reference: 'P-7K3M-Q2',
  kind: 'question',
  state: 'in-progress',
  outcome: null,
  person: { memberId: null, memberNumber: null, identifier: 'mira@nordwerk.example', proved: false },
  assignee: { memberId: ME, number: 10003 },
  aboutMemberId: null,
  askedAt: '2099-03-05T09:00:00Z',
  dueAt: '2099-04-06T22:00:00Z',
  dueOn: '2099-04-06',
  overdue: false,
  paused: false,
  closedAt: null,
  lastActivityAt: '2099-03-06T09:00:00Z',
  mayPauseFor: ['identity'],
  clocks: [clock()],
  timeline: [
    {
      id: 'entry-1',
      at: '2099-03-05T09:00:00Z',
      author: { kind: 'person', memberId: null, line: null },
      type: 'message',
      kind: 'from-person',
      text: 'Who can see my phone number?',
    },
  ],
  may: { answer: true, assign: true, handOver: true },
  ...facts,
});

/** One line of the inbox. */
export const listItem = (facts: Partial<RequestListItem> = {}): RequestListItem => ({
  id: 'request-1',
  reference: 'P-7K3M-Q2',
  kind: 'question',
  state: 'in-progress',
  memberNumber: 10422,
  askedAt: '2099-03-05T09:00:00Z',
  dueAt: '2099-04-06T22:00:00Z',
  paused: false,
  overdue: false,
  assigneeNumber: null,
  lastActivityAt: '2099-03-06T09:00:00Z',
  ...facts,
});

/** A request as the person who asked sees it. */
export const ownRequest = (facts: Partial<OwnRequestView> = {}): OwnRequestView => ({
  id: 'request-1',
  reference: 'P-7K3M-Q2',
  kind: 'question',
  state: 'in-progress',
  askedAt: '2099-03-05T09:00:00Z',
  promisedOn: '2099-04-06',
  overdue: false,
  paused: false,
  closedAt: null,
  answeredBy: { organization: 'Nordwerk', contact: contact() },
  clock: null,
  timeline: [
    { id: 'entry-1', at: '2099-03-05T09:00:00Z', type: 'event', event: { code: 'received' } },
    { id: 'entry-2', at: '2099-03-05T09:00:00Z', type: 'message', from: 'you', line: null, kind: 'from-person', text: 'Who can see my phone number?' },
    {
      id: 'entry-3',
      at: '2099-03-06T09:00:00Z',
      type: 'message',
      from: 'organization',
      line: 'Dana Reyes, privacy officer',
      kind: 'reply',
      text: 'I am looking into it.',
    },
  ],
  ...facts,
});

/** One line of one's own questions. */
export const myItem = (facts: Partial<MyRequestItem> = {}): MyRequestItem => ({
  id: 'request-1',
  reference: 'P-7K3M-Q2',
  kind: 'question',
  state: 'in-progress',
  askedAt: '2099-03-05T09:00:00Z',
  promisedOn: '2099-04-06',
  overdue: false,
  to: 'organization',
  lastActivityAt: '2099-03-06T09:00:00Z',
  ...facts,
});

/** A text kept for answers. */
export const template = (facts: Partial<TemplateView> = {}): TemplateView => ({
  id: 'template-1',
  title: 'Where data is kept',
  language: 'en',
  text: 'Your account is kept in Frankfurt.',
  kind: null,
  changedAt: '2099-03-01T09:00:00Z',
  ...facts,
});

/** Those who may answer. */
export const ASSIGNABLE = {
  items: [
    { memberId: ME, number: 10003, roles: ['privacy-officer'], line: 'Dana Reyes' },
    { memberId: COLLEAGUE, number: 10017, roles: ['helpdesk'], line: 'Jonas Weber' },
  ],
};
