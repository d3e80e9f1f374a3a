import type { Sight } from '@smartpar/access/model';
import type { MemberAttribute, MemberEvent, MemberListItem, MemberView, OpenedInvitation } from '@smartpar/members/model';

/** The organization the examples live in. */
export const ORGANIZATION = 'organization-1';

/** The member who reads the examples. */
export const ME = 'member-9';

/** Sites of the organization, as its own slice answers them. */
export const SITES = {
  items: [
    { id: 'site-1', name: 'Harbour' },
    { id: 'site-2', name: 'Hill' },
  ],
};

/** How an owner meets members' data: all but phone numbers and what is private is shown. */
export const OWNER_SIGHT: Sight = {
  ...{ 'user.name': 'shown', 'user.contact.email.work': 'shown', 'user.contact.phone_number.work': 'on-reveal' },
  ...{ 'user.contact.email.private': 'on-reveal', 'user.contact.phone_number.private': 'on-reveal', 'user.workplace': 'shown', 'user.location': 'shown' },
};

/** How the helpdesk meets it: everything is hidden until it is revealed. */
export const HELPDESK_SIGHT: Sight = {
  ...{ 'user.name': 'on-reveal', 'user.contact.email.work': 'on-reveal', 'user.contact.phone_number.work': 'on-reveal' },
  ...{ 'user.contact.email.private': 'hidden', 'user.contact.phone_number.private': 'hidden', 'user.workplace': 'on-reveal', 'user.location': 'on-reveal' },
};

/** Something an organization made up, left to the person. */
export const SHIRT: MemberAttribute = {
  id: 'attribute-1',
  name: 'Shirt size',
  kind: 'choice',
  choices: ['S', 'M'],
  category: 'user.workplace',
  byPerson: true,
  retiredAt: null,
  value: 'M',
  source: 'person',
  since: '2026-03-02T09:00:00Z',
  editors: ['person', 'administrator'],
};

/** A line of the list as an owner reads it; say what differs. */
export const listItem = (facts: Partial<MemberListItem> = {}): MemberListItem => ({
  id: 'member-1',
  number: 10422,
  status: 'active',
  site: { id: 'site-1', name: 'Harbour' },
  roles: ['helpdesk'],
  further: 0,
  profile: { firstName: 'Mira', lastName: 'Moorgreen', email: 'mira@nordwerk.example' },
  ...facts,
});

/** What an owner may do with an active member. */
export const MAY: MemberView['may'] = { correct: true, place: true, suspend: true, reactivate: false, invite: false, withdraw: false, assignRole: true };

/** A member as an owner reads them: active, with an account; say what differs. */
export const memberView = (facts: Partial<MemberView> = {}): MemberView => ({
  id: 'member-1',
  number: 10422,
  version: 3,
  status: 'active',
  site: { id: 'site-1', name: 'Harbour' },
  roles: ['helpdesk'],
  further: [],
  groups: [],
  locale: 'en',
  worker: { type: 'employee', until: null, over: false },
  joinedAt: '2026-01-05T09:00:00Z',
  signsIn: true,
  invitation: { state: 'accepted', sentAt: '2026-01-05T09:00:00Z', expiresAt: '2026-01-12T09:00:00Z' },
  profile: { firstName: 'Mira', lastName: 'Moorgreen', email: 'mira@nordwerk.example' },
  fields: {},
  attributes: [],
  sight: { ...OWNER_SIGHT },
  may: MAY,
  ...facts,
});

/** Something that happened to a member, done by an owner; say what. */
export const memberEvent = (facts: Partial<MemberEvent> = {}): MemberEvent => ({
  id: 'event-1',
  at: '2026-01-05T09:00:00Z',
  actor: { kind: 'member', memberNumber: '10001', roles: ['owner'] },
  action: 'member.added',
  facts: {},
  ...facts,
});

/** An invitation to somebody who has no account yet; say what differs. */
export const openedInvitation = (facts: Partial<OpenedInvitation> = {}): OpenedInvitation => ({
  organization: 'Nordwerk',
  email: 'mira@nordwerk.example',
  firstName: 'Mira',
  lastName: null,
  locale: 'en',
  expiresAt: '2026-01-12T09:00:00Z',
  accept: 'choose-password',
  ...facts,
});
