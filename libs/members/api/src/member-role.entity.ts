import type { Role } from '@smartpar/access/model';
import type { Temporal } from '@smartpar/kernel';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role a member holds. */
@Entity('member_roles')
export class MemberRoleEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;

  @PrimaryColumn('text')
  role!: Role;

  @Column('timestamptz', { name: 'granted_at', transformer: instantColumn })
  grantedAt!: Temporal.Instant;
}
