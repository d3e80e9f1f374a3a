import type { Temporal } from '@smartpar/kernel';
import type { MemberStatus } from '@smartpar/members/model';
import type { Locale } from '@smartpar/platform/contract';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person in one organization: the managed account. */
@Entity('members')
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** shown as `M-10422` */
  @Column('integer')
  number!: number;

  /** what the person signs in with, once they do */
  @Column('uuid', { name: 'account_id', nullable: true })
  accountId!: string | null;

  @Column('text')
  status!: MemberStatus;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { name: 'email_folded', nullable: true })
  emailFolded!: string | null;

  @Column('text', { name: 'first_name', nullable: true })
  firstName!: string | null;

  @Column('text', { name: 'last_name', nullable: true })
  lastName!: string | null;

  /** last and first name in the form in which names are searched and sorted */
  @Column('text', { name: 'name_folded', nullable: true })
  nameFolded!: string | null;

  /** first and last name in that form, for those who type the first name first */
  @Column('text', { name: 'given_folded', nullable: true })
  givenFolded!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('uuid', { name: 'site_id', nullable: true })
  siteId!: string | null;

  @Column('text')
  locale!: Locale;

  /** goes up with every change, so that two people never overwrite each other */
  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instantColumn })
  createdAt!: Temporal.Instant;
}
