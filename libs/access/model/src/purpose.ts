/** Who answers for a use of personal data. */
export type Controller = 'organization' | 'smartpar';

/** Why personal data is used. */
export interface Purpose {
  readonly key: PurposeKey;
  /** the use as Fideslang names it */
  readonly dataUse: string;
  readonly controller: Controller;
}

const DATA_USES = {
  administration: ['essential.service', 'organization'],
  'sign-in-help': ['essential.service.authentication', 'organization'],
  support: ['essential.service.operations.support', 'organization'],
  'privacy-request': ['essential.legal_obligation', 'organization'],
  security: ['essential.service.security', 'organization'],
  wrongdoing: ['essential.fraud_detection', 'organization'],
  'app-service': ['essential.service', 'smartpar'],
  'change-notices': ['essential.service.notifications.email', 'smartpar'],
  'interactive-features': ['functional.service', 'smartpar'],
  'customer-support': ['essential.service.operations.support', 'smartpar'],
  'app-improvement': ['functional.service.improve', 'smartpar'],
  'usage-monitoring': ['analytics.reporting.system', 'smartpar'],
  'technical-issues': ['essential.service.security', 'smartpar'],
} as const satisfies Readonly<Record<string, readonly [string, Controller]>>;

/** Stable name of a purpose. */
export type PurposeKey = keyof typeof DATA_USES;

/** Every purpose there is: what an organization does with its members' data, and the seven of SmartPAR's own policy. */
export const PURPOSES: readonly Purpose[] = Object.entries(DATA_USES).map(([key, [dataUse, controller]]) => ({
  key: key as PurposeKey, // as: the keys of the table above
  dataUse,
  controller,
}));

/** The purposes for which an organization may let its own people look at members' data. */
export const ORGANIZATION_PURPOSES = [
  'administration',
  'sign-in-help',
  'support',
  'privacy-request',
  'security',
  'wrongdoing',
] as const satisfies readonly PurposeKey[];

/** A purpose of an organization's own. */
export type OrganizationPurpose = (typeof ORGANIZATION_PURPOSES)[number];

/** The i18n key of a purpose's name: `access.purposes.support`. */
export const purposeWord = (purpose: PurposeKey): string => `access.purposes.${purpose}`;
