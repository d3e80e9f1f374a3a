import type { Temporal } from '@smartpar/kernel';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One place where an account is signed in. Ending it removes the row; that it was there is in the log. */
@Entity('sessions')
export class SessionRow {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'sessions_pkey' })
  accountId!: string;

  @PrimaryColumn({ name: 'session_id', type: 'uuid', primaryKeyConstraintName: 'sessions_pkey' })
  id!: string;

  /** SHA-256 of the cookie's secret, which itself is stored nowhere */
  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ name: 'shared_computer', type: 'boolean' })
  sharedComputer!: boolean;

  @Column({ type: 'text', nullable: true })
  browser!: string | null;

  @Column({ type: 'text', nullable: true })
  system!: string | null;

  /** first part of the network address */
  @Column({ type: 'text', nullable: true })
  network!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: Temporal.Instant;

  @Column({ name: 'last_seen_at', type: 'timestamptz', transformer: instantColumn })
  lastSeenAt!: Temporal.Instant;

  @Column({ name: 'fresh_until', type: 'timestamptz', transformer: instantColumn })
  freshUntil!: Temporal.Instant;

  /** when the password was typed for this session last */
  @Column({ name: 'proved_at', type: 'timestamptz', transformer: instantColumn })
  provedAt!: Temporal.Instant;

  /** when the second factor given for this session was set up; for a recovery code, when it was given */
  @Column({ name: 'factor_since', type: 'timestamptz', nullable: true, transformer: instantColumn })
  factorSince!: Temporal.Instant | null;

  /** the one organization this session may enter, whose reset opened it */
  @Column({ name: 'only_in', type: 'uuid', nullable: true })
  onlyIn!: string | null;
}
