import type { OrganizationPurpose } from './purpose';

const REASONS = {
  'asked-for-help': ['administration', 'sign-in-help', 'support'],
  'checking-who-calls': ['sign-in-help', 'support', 'security'],
  'reaching-them': ['administration', 'sign-in-help', 'support', 'privacy-request', 'security'],
  'correcting-an-entry': ['administration', 'privacy-request'],
  'setting-up-the-account': ['administration'],
  'answering-their-request': ['privacy-request'],
  'unusual-sign-in': ['security'],
  'reported-wrong': ['wrongdoing', 'security'],
  'required-by-law': ['privacy-request', 'wrongdoing'],
} as const satisfies Readonly<Record<string, readonly OrganizationPurpose[]>>;

/** A reason for a look that is ready to be chosen. */
export type RevealReasonTemplate = keyof typeof REASONS;

/** Every reason that is ready to be chosen; its words are `access.reasons.<template>` in every language. */
export const REVEAL_REASON_TEMPLATES = Object.keys(REASONS) as readonly RevealReasonTemplate[]; // as: the keys of the table above

/** The reasons that go with a purpose. */
export const reasonsFor = (purpose: OrganizationPurpose): readonly RevealReasonTemplate[] =>
  REVEAL_REASON_TEMPLATES.filter((template) => {
    const purposes: readonly OrganizationPurpose[] = REASONS[template];
    return purposes.includes(purpose);
  });

/** The i18n key of a reason's sentence. */
export const reasonWord = (template: RevealReasonTemplate): `access.reasons.${RevealReasonTemplate}` => `access.reasons.${template}`;
