import type { Temporal } from '@smartpar/kernel';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A company of the organization, under which sites stand. */
@Entity('legal_entities')
export class LegalEntityEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  country!: string;

  @Column('text', { name: 'registration_number', nullable: true })
  registrationNumber!: string | null;

  @Column('text', { name: 'postal_address' })
  postalAddress!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instantColumn })
  createdAt!: Temporal.Instant;
}
