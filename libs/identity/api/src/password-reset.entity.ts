import type { PasswordLinkPurpose } from '@smartpar/identity/model';
import type { Temporal } from '@smartpar/kernel';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A link by which a password may be chosen once. Its token is computed from these ids, never stored. Using it removes
 * the row, and so does a newer link.
 */
@Entity('password_resets')
export class PasswordResetRow {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'password_resets_pkey' })
  accountId!: string;

  @PrimaryColumn({ name: 'reset_id', type: 'uuid', primaryKeyConstraintName: 'password_resets_pkey' })
  id!: string;

  @Column({ type: 'text' })
  purpose!: PasswordLinkPurpose;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: Temporal.Instant;

  @Column({ name: 'expires_at', type: 'timestamptz', transformer: instantColumn })
  expiresAt!: Temporal.Instant;
}
