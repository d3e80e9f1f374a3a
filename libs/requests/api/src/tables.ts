import type { TableDeclaration } from '@smartpar/platform/database';
import { CreatePrivacyRequests20261123005000 } from './migrations/20261123005000-create-privacy-requests';
import { CreateRequestClocks20261123005010 } from './migrations/20261123005010-create-request-clocks';
import { CreateDraftsAndTemplates20261123005020 } from './migrations/20261123005020-create-drafts-and-templates';
import { CreateIntake20261123005030 } from './migrations/20261123005030-create-intake';
import { BoundMailsByMailbox20261126054000 } from './migrations/20261126054000-bound-mails-by-mailbox';
import { OrderOpenRequestsByAssignee20261126055000 } from './migrations/20261126055000-order-open-requests-by-assignee';
import { LetRequestsLoseAddresses20261126152010 } from './migrations/20261126152010-let-requests-lose-addresses';
import { ForgetWhoAsked20261126152900 } from './migrations/20261126152900-forget-who-asked';

/** Migrations of this slice. */
export const requestsMigrations = [
  CreatePrivacyRequests20261123005000,
  CreateRequestClocks20261123005010,
  CreateDraftsAndTemplates20261123005020,
  CreateIntake20261123005030,
  BoundMailsByMailbox20261126054000,
  OrderOpenRequestsByAssignee20261126055000,
  LetRequestsLoseAddresses20261126152010,
  ForgetWhoAsked20261126152900,
] as const;

/** Tables of this slice. */
export const requestsTables: readonly TableDeclaration[] = [
  {
    name: 'privacy_requests',
    class: 'tenant',
    reason: 'What people want from the organization that answers them.',
    member: [
      {
        column: 'member_id',
        kind: 'requests',
        becomes: 'emptied',
        columns: { identifier: null, reply_address: null, person_place: null },
        through: 'forget_who_asked',
        why: 'answers',
      },
      { column: 'about_member_id', kind: 'requests', becomes: 'kept', why: 'answers', uncounted: true },
    ],
  },
  {
    name: 'request_messages',
    class: 'tenant',
    reason: 'What was said in a request; nobody else has a business with it.',
    appendOnly: true,
    member: [{ column: 'author_member_id', kind: 'acts', becomes: 'kept', why: 'accountability', uncounted: true }],
  },
  { name: 'request_clocks', class: 'tenant', reason: "The deadlines of an organization's requests, as they were computed.", appendOnly: true },
  { name: 'request_clock_events', class: 'tenant', reason: 'What happened to those deadlines.', appendOnly: true },
  {
    name: 'request_drafts',
    class: 'tenant',
    reason: 'What a member was typing in a request.',
    member: [{ column: 'member_id', kind: 'drafts', becomes: 'erased' }],
  },
  { name: 'reply_templates', class: 'tenant', reason: 'Texts an organization keeps for its answers.' },
  {
    name: 'request_handovers',
    class: 'tenant',
    reason: 'Parts of questions handed to SmartPAR, kept by the organization or member they came from.',
    member: [{ column: 'member_id', kind: 'requests', becomes: 'kept', why: 'answers' }],
  },
  {
    name: 'request_addresses',
    class: 'global',
    reason: 'Finds the organization of a private link before any tenant is known; ids only, through a named function.',
  },
  {
    name: 'unconfirmed_questions',
    class: 'global',
    reason: 'Asked on the public page before anybody knows whose they are; content leaves it when the link is pressed.',
  },
  {
    name: 'escalations',
    class: 'global',
    reason: "What SmartPAR's staff are told across organizations: organization, age and state, never content or person.",
  },
];
