import type { TenantTransaction } from '@smartpar/platform/database';

/** What members need to know about their organization. */
export interface NamedOrganization {
  readonly name: string;
  readonly kind: 'tenant' | 'workforce' | 'direct-users';
}

/** Knows the organizations members belong to. */
export abstract class OrganizationNames {
  /** The transaction's own organization. */
  abstract within(tx: TenantTransaction): Promise<NamedOrganization>;
}
