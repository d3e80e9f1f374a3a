import type { Temporal } from '@smartpar/kernel';
import type { Locale } from '@smartpar/platform/contract';
import { instantColumn } from '@smartpar/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person signs in with. */
@Entity('accounts')
export class AccountRow {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'accounts_pkey' })
  id!: string;

  /** as its holder writes it; compared in folded form, which stands in account_addresses */
  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text' })
  locale!: Locale;

  @Column({ name: 'created_at', type: 'timestamptz', transformer: instantColumn })
  createdAt!: Temporal.Instant;
}

/** The hash of an account's password; absent until the first one is chosen. */
@Entity('credentials')
export class CredentialRow {
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'credentials_pkey' })
  accountId!: string;

  /** in PHC form */
  @Column({ name: 'password_hash', type: 'text' })
  passwordHash!: string;

  @Column({ name: 'changed_at', type: 'timestamptz', transformer: instantColumn })
  changedAt!: Temporal.Instant;
}
