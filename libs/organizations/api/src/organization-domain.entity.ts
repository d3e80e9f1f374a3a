import type { Temporal } from '@smartpar/kernel';
import type { CheckOutcome, DomainState, FileOutcome, ProofWay } from '@smartpar/organizations/model';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A domain the organization says is its own. */
@Entity('organization_domains')
export class OrganizationDomainEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  domain!: string;

  @Column('text', { name: 'proof_value' })
  proofValue!: string;

  @Column('text')
  state!: DomainState;

  @Column('timestamptz', { name: 'checked_at', nullable: true, transformer: instantColumn })
  checkedAt!: Temporal.Instant | null;

  @Column('text', { name: 'check_outcome', nullable: true })
  checkOutcome!: CheckOutcome | null;

  @Column('text', { name: 'check_found', array: true })
  checkFound!: string[];

  @Column('text', { name: 'file_outcome', nullable: true })
  fileOutcome!: FileOutcome | null;

  @Column('text', { name: 'proved_by', nullable: true })
  provedBy!: ProofWay | null;

  @Column('timestamptz', { name: 'proved_at', nullable: true, transformer: instantColumn })
  provedAt!: Temporal.Instant | null;

  @Column('timestamptz', { name: 'failing_since', nullable: true, transformer: instantColumn })
  failingSince!: Temporal.Instant | null;

  @Column('integer')
  failures!: number;

  @Column('timestamptz', { name: 'lost_at', nullable: true, transformer: instantColumn })
  lostAt!: Temporal.Instant | null;

  @Column('timestamptz', { name: 'verified_at', nullable: true, transformer: instantColumn })
  verifiedAt!: Temporal.Instant | null;

  @Column('timestamptz', { name: 'claimed_at', transformer: instantColumn })
  claimedAt!: Temporal.Instant;
}
