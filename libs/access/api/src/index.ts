export { Abilities, ACCESS_RULES } from './abilities';
export { AccessModule } from './access.module';
export { BootCheck, type DeclaredHandler } from './boot-check';
export { changedGrants } from './changed-grants';
export {
  Account,
  type Admission,
  type Admitted,
  Can,
  type Declaration,
  Public,
  RecentlyAuthenticated,
  SignedIn,
  type SignedInAccount,
  Who,
} from '@smartpar/platform/http';
export { allowedOr404, notSignedIn, reauthenticationRequired } from './errors';
export { forgetAccount, forgetOrganization, INVALIDATION_CHANNEL } from './invalidation';
export { ActorSource, SESSION_COOKIE, SessionSource } from './ports';
export { accessMigrations, accessTables } from './tables';
