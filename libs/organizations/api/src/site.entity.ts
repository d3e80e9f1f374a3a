import type { Temporal } from '@smartpar/kernel';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A service site under the organization's control. */
@Entity('sites')
export class SiteEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'legal_entity_id' })
  legalEntityId!: string;

  @Column('text')
  country!: string;

  @Column('text', { nullable: true })
  subdivision!: string | null;

  @Column('text', { name: 'contact_name', nullable: true })
  contactName!: string | null;

  @Column('text', { name: 'contact_email', nullable: true })
  contactEmail!: string | null;

  @Column('text', { name: 'postal_address' })
  postalAddress!: string;

  @Column('text', { name: 'time_zone', nullable: true })
  timeZone!: string | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instantColumn })
  createdAt!: Temporal.Instant;
}
