import type { OrganizationKind } from '@smartpar/organizations/model';
import type { Temporal } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tenant: the administrator in the policy's sense. */
@Entity('organizations')
export class OrganizationEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  kind!: OrganizationKind;

  @Column('text')
  country!: string;

  @Column('text', { nullable: true })
  subdivision!: string | null;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text', { name: 'default_locale' })
  defaultLocale!: Locale;

  /** hours in which requests wait for those who decide; then silence has refused them */
  @Column('smallint', { name: 'decide_within_hours' })
  decideWithinHours!: number;

  @Column('integer')
  version!: number;

  /** version of the contact and the substitute together */
  @Column('integer', { name: 'contacts_version' })
  contactsVersion!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instantColumn })
  createdAt!: Temporal.Instant;
}
