import { Injectable } from '@nestjs/common';
import { type BothChecks, judgeFile, judgeProof, proofName } from '@smartpar/organizations/model';
import { DomainFiles } from './domain-files';
import { DomainProofs } from './domain-proofs';
import type { OrganizationDomainEntity } from './organization-domain.entity';

/** Looks in both places where the proof of a domain may be published. No transaction may be open meanwhile. */
@Injectable()
export class LookForProof {
  constructor(
    private readonly records: DomainProofs,
    private readonly files: DomainFiles,
  ) {}

  /** The file is asked for only where the record does not prove it already. */
  async run({ domain, proofValue }: Pick<OrganizationDomainEntity, 'domain' | 'proofValue'>): Promise<BothChecks> {
    const record = judgeProof(proofValue, await this.records.textRecordsAt(proofName(domain)));
    return { record, file: record.outcome === 'proved' ? null : judgeFile(proofValue, await this.files.fileOf(domain)) };
  }
}
