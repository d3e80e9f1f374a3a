/** Whom this installation serves: many customers, or one on their own server. */
export type InstallationMode = 'hosted' | 'own-server';

/** The one row that says what this installation is. */
export interface Installation {
  /** SmartPAR's own organization, which keeps the platform log; on a customer's server that customer */
  readonly workforceOrganizationId: string;
  /** where people without an organization belong; on a customer's server that customer */
  readonly directUsersOrganizationId: string;
  readonly mode: InstallationMode;
}

/** The statement that reads the row. */
export const SELECT_INSTALLATION =
  'select workforce_organization_id as "workforceOrganizationId", direct_users_organization_id as "directUsersOrganizationId", mode from installation';
