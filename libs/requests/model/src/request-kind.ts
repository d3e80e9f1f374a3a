/**
 * What a person may want. A question counts as a rights request until it is classified.
 * @see GDPR Art. 15 to 22, 77; 11 CCR 7020 to 7028
 */
export const REQUEST_KINDS = [
  'question',
  'subject-access',
  'portability',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'opt-out',
  'consent-withdrawal',
  'automated-decision',
  'complaint',
  'appeal',
] as const;

/** One of the things a person may want. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** The states a privacy request goes through; `answered` is the only closed one. */
export const REQUEST_STATES = ['received', 'in-progress', 'waiting-for-person', 'answered'] as const;

/** Where a privacy request stands. */
export type RequestState = (typeof REQUEST_STATES)[number];

/** How a closed request ended. A refusal names its grounds in the answer (GDPR Art. 12(4)). */
export const REQUEST_OUTCOMES = ['fulfilled', 'partly-fulfilled', 'refused'] as const;

/** How a request ended. */
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Whose data a question is about, as the person sees it. */
export const QUESTION_CONCERNS = ['organization', 'smartpar', 'both', 'unsure'] as const;

/** Whose data a question is about: the organization's (account and work), SmartPAR's own, both, or the person cannot tell. */
export type QuestionConcern = (typeof QUESTION_CONCERNS)[number];

/** What a message of a request is. */
export const MESSAGE_KINDS = ['from-person', 'reply', 'question-back', 'answer', 'note'] as const;

/** What a message is: from the person, to the person (three ways), or an internal note the person never sees. */
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** The messages the person may read. Everything else stays among those who answer. */
export const PERSON_MESSAGE_KINDS = ['from-person', 'reply', 'question-back', 'answer'] as const satisfies readonly MessageKind[];

/** The lawful reasons for which a clock may stand still, where its rule allows one of them. */
export const PAUSE_REASONS = ['clarification', 'identity'] as const;

/**
 * Why a clock stands still: the person is asked what exactly they mean (UK GDPR as amended in 2025), or there is reasonable
 * doubt about who they are (GDPR Art. 12(6)).
 */
export type PauseReason = (typeof PAUSE_REASONS)[number];
