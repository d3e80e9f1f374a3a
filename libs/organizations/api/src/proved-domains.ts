import { Injectable } from '@nestjs/common';
import { mayActOnAccounts } from '@smartpar/organizations/model';
import type { TenantTransaction } from '@smartpar/platform/database';
import { OrganizationDomainRepository } from './organization-domain.repository';

/** Tells by which domains the transaction's organization may act on people's accounts now. */
@Injectable()
export class ProvedDomainsQuery {
  constructor(private readonly domains: OrganizationDomainRepository) {}

  /** Nobody changes how the proof stands until the transaction ends. @param domain in normal form */
  async isSound(tx: TenantTransaction, domain: string): Promise<boolean> {
    const known = await this.domains.lockByName(tx, domain);
    return known !== null && mayActOnAccounts(known, tx.at);
  }
}
