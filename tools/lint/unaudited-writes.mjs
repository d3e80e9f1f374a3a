/**
 * The files that may write without an audit entry, each with the reason why nothing is lost. Everything else that
 * writes is a repository's method that takes its entry.
 * @type {readonly { file: string, because: string }[]}
 */
export const unauditedWrites = [
  { file: 'libs/audit/api/src/record-entry.ts', because: 'It stores the entries themselves.' },
  {
    file: 'libs/audit/api/src/sealed-log.repository.ts',
    because: 'It seals the entries; an entry about sealing would have to be sealed in its turn, without end.',
  },
  {
    file: 'libs/audit/api/src/addresses/sent-checkpoint.repository.ts',
    because: 'Which checkpoint went where; an entry about it would make the log grow, and what grew is sent.',
  },
  { file: 'libs/platform/webhooks/src/outbox.ts', because: 'A webhook is the consequence of a change that has its own entry in the same transaction.' },
  {
    file: 'libs/platform/webhooks/src/deliver-webhooks.ts',
    because: 'What became of a webhook: sent, tried again, given up. Nothing of an organization changes.',
  },
  { file: 'libs/platform/mail/src/outbox.ts', because: 'A mail is the consequence of a change that has its own entry in the same transaction.' },
  { file: 'libs/platform/mail/src/deliver-mail.ts', because: 'What became of a mail: sent, tried again, bounced. Nothing of an organization changes.' },
  { file: 'libs/platform/jobs/src/due-work.ts', because: 'Work that falls due follows from a change that has its own entry in the same transaction.' },
  { file: 'libs/platform/jobs/src/perform-due-work.ts', because: 'Takes and finishes work; what the work changes has entries of its own.' },
  {
    file: 'libs/members/api/src/member-numbers.repository.ts',
    because: 'Draws member numbers in a transaction of its own; a number says nothing, and the member it goes to has an entry.',
  },
  {
    file: 'libs/access/api/src/counted-reads.repository.ts',
    because: 'Counts of what was read; reading changes nothing of an organization, and the member reads the counts.',
  },
  {
    file: 'libs/access/api/src/grants/grant-use.repository.ts',
    because: 'When a grant was last looked under; the look itself has its entry in the same transaction.',
  },
  {
    file: 'libs/members/api/src/life/last-use.repository.ts',
    because: 'On which day a member last used the organization; nothing of it changes, and an entry a day would say more than the day does.',
  },
  {
    file: 'libs/platform/mail/src/mail-stops.ts',
    because: 'Where nothing is sent any more follows from a change that has its own entry in the same transaction.',
  },
  { file: 'libs/requests/api/src/draft.repository.ts', because: 'What somebody is typing and has not sent: nobody else sees it, and it goes when it is sent.' },
  {
    file: 'libs/members/api/src/import/import.repository.ts',
    because: 'How far a file of members has got; it changes no member until it is applied, which has its entry.',
  },
  {
    file: 'libs/members/api/src/import/import-file.repository.ts',
    because: 'A file that was brought, read by nobody but its bringer and deleted when it is over, and what its headings mean.',
  },
  { file: 'libs/members/api/src/import/staged-line.repository.ts', because: 'Lines of such a file between its check and its application; no member changes.' },
  {
    file: 'libs/members/api/src/import/apply-lines.repository.ts',
    because: 'One entry stands for a whole import, written when it is decided; which member each line became is in the report kept with it.',
  },
  {
    file: 'libs/members/api/src/usage/usage-count.repository.ts',
    because: 'How much of what other systems sent was not kept; nothing of an organization changes, and everybody in it reads the counts.',
  },
  {
    file: 'libs/members/api/src/provisioning/call.repository.ts',
    because: 'What directories asked and what came of it; what they change has entries of its own, and a look changes nothing.',
  },
  {
    file: 'libs/members/api/src/tokens/check-token.ts',
    because: 'On which day a token was last used; what is done with it has entries of its own.',
  },
  { file: 'libs/platform/database/src/backup/restore.ts', because: 'Brings back entries and what they are about together, into an empty database.' },
  {
    file: 'libs/requests/api/src/escalation.repository.ts',
    because: 'Follows a request, in its transaction and beside its entry, and holds neither content nor person.',
  },
  { file: 'libs/platform/http/src/idempotency.ts', because: 'Keys of acts that were done, kept beside the act and forgotten after two days.' },
  {
    file: 'libs/identity/api/src/account-memberships.repository.ts',
    because: 'An account\u2019s own index of its memberships follows the members, in their transaction and beside their entry.',
  },
  {
    file: 'libs/organizations/api/src/claims/claim-notices.repository.ts',
    because: 'An account\u2019s own list of claims follows the claims, in their transaction and beside their entry.',
  },
  { file: 'libs/identity/api/src/session-use.repository.ts', because: 'When a session was last used, and forgetting sessions that died of age.' },
  { file: 'libs/identity/api/src/throttle.repository.ts', because: 'Counts of failed attempts under keyed hashes.' },
];
