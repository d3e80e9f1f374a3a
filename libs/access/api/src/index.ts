export { Abilities, ACCESS_RULES } from './abilities';
export { AccessModule } from './access.module';
export type { Admission, Admitted } from './admission';
export { BootCheck, type DeclaredHandler } from './boot-check';
export { Can, type Declaration, Public, RecentlyAuthenticated, SignedIn } from './declarations';
export { allowedOr404, notSignedIn, reauthenticationRequired } from './errors';
export { forgetAccount, forgetOrganization, INVALIDATION_CHANNEL } from './invalidation';
export { Account, Who } from './parameters';
export { ActorSource, SESSION_COOKIE, SessionSource, type SignedInAccount } from './ports';
