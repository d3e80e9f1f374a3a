import type { EntityClass, TableDeclaration } from '@smartpar/platform/database';
import { AccountRow, CredentialRow } from './account.entity';
import { CreateAccounts20261123002000 } from './migrations/20261123002000-create-accounts';
import { CreateSignIn20261123002100 } from './migrations/20261123002100-create-sign-in';
import { CreateSecondFactors20261126040000 } from './migrations/20261126040000-create-second-factors';
import { FindAddressesByDomain20261126153400 } from './migrations/20261126153400-find-addresses-by-domain';
import { EndEntry20261126155000 } from './migrations/20261126155000-end-entry';
import { PasswordResetRow } from './password-reset.entity';
import { SessionRow } from './session.entity';

/** What TypeORM maps. */
export const identityEntities: readonly EntityClass[] = [AccountRow, CredentialRow, SessionRow, PasswordResetRow];

/** Migrations of accounts and sign-in. */
export const identityMigrations = [
  CreateAccounts20261123002000,
  CreateSignIn20261123002100,
  CreateSecondFactors20261126040000,
  FindAddressesByDomain20261126153400,
  EndEntry20261126155000,
] as const;

/** Tables of accounts and sign-in. */
export const identityTables: readonly TableDeclaration[] = [
  { name: 'accounts', class: 'account', reason: 'What a person signs in with belongs to that person.' },
  { name: 'credentials', class: 'account', reason: 'The hash of one account\u2019s password.' },
  { name: 'sessions', class: 'account', reason: 'Where one account is signed in.' },
  { name: 'password_resets', class: 'account', reason: 'Links by which one account\u2019s holder may choose a password.' },
  { name: 'account_memberships', class: 'account', reason: 'One account\u2019s own index of where it is a member; it names and does not entitle.' },
  {
    name: 'account_addresses',
    class: 'global',
    reason: 'Finds the account of an address before anyone is signed in; the serving role reaches it only by named functions, one address at a time.',
  },
  { name: 'sign_in_throttle', class: 'global', reason: 'Counts failed attempts under keyed hashes, also for addresses without an account.' },
  { name: 'second_factors', class: 'account', reason: 'The sealed secrets by which one account\u2019s holder proves themself beside the password.' },
  { name: 'recovery_codes', class: 'account', reason: 'Hashes of codes that stand in for one account\u2019s second factor.' },
  { name: 'half_sessions', class: 'account', reason: 'Sign-ins of one account that wait for a code.' },
  { name: 'private_addresses', class: 'account', reason: 'An address of one account\u2019s holder that no organization reads or sees.' },
  { name: 'address_changes', class: 'account', reason: 'A new sign-in address of one account\u2019s holder that has not said yes yet.' },
  { name: 'proof_links', class: 'account', reason: 'Links by which one account\u2019s holder proves themself.' },
  {
    name: 'factor_resets',
    class: 'account',
    reason: 'Which organizations let one account in without its second factor; read at the door, before any tenant is known.',
  },
  {
    name: 'entry_ends',
    class: 'account',
    reason: 'Which organizations signed one account out of themselves, and when; read at the door, before any tenant is known.',
  },
  {
    name: 'factor_keys',
    class: 'global',
    reason: 'Which key each sealed secret lies under, kept by trigger; after a rotation a named function finds the accounts still to be seen to.',
  },
  { name: 'factor_requirements', class: 'tenant', reason: 'Whether one organization asks its members for a second factor.' },
];
