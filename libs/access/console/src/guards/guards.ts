import { inject } from '@angular/core';
import {
  RedirectCommand,
  Router,
  type ActivatedRouteSnapshot,
  type CanActivateFn,
  type GuardResult,
  type RouterStateSnapshot,
  type UrlTree,
} from '@angular/router';
import { problemOf } from '@smartpar/platform/ui';
import { Abilities } from '../abilities/abilities';
import { Session } from '../session/session';

/** Where the shell says that the server does not answer. */
export const UNREACHABLE_ADDRESS = '/unreachable';

/** Where a second factor is set up, or given, because an organization asks for it. */
export const SECOND_FACTOR_ADDRESS = '/my/second-factor';

/** Where somebody proves that they are the holder, after an organization reset their second factor. */
export const PROOF_ADDRESS = '/my/proof';

/** Every face of the shell says so at an address of its own that leads nowhere. */
const NOWHERE = '/not-found';

/** Lets signed-in people pass; sends others to sign in, and back here afterwards. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ensure();
  if (session.problem() !== null) return inPlaceOf(state, router, UNREACHABLE_ADDRESS);
  return session.signedIn() || router.createUrlTree(['/sign-in'], { queryParams: { return: state.url } });
};

/** Lets those pass whom nothing keeps from what is their own; others prove first that it is them. */
export const ownSide: CanActivateFn = () => (inject(Session).facts()?.onlyIn ?? null) === null || inject(Router).parseUrl(PROOF_ADDRESS);

/** Lets members of the organization in the address pass, with its abilities at hand; to others there is nothing here. */
export const inOrganization: CanActivateFn = (route, state) => {
  const organizationId = parameterOf(route, 'organizationId');
  return enter(organizationId !== null && inject(Session).membershipIn(organizationId) !== null ? organizationId : null, state);
};

/** Lets SmartPAR's own people pass; to others there is nothing here. */
export const inWorkforce: CanActivateFn = (_route, state) => enter(inject(Session).workforce()?.organizationId ?? null, state);

/**
 * Lets those pass who may do something in the organization entered before; to others there is nothing here.
 * @param action such as `read`
 * @param noun such as `audit-entry`
 */
export const may =
  (action: string, noun: string): CanActivateFn =>
  (_route, state) =>
    inject(Abilities).can(action, noun) || inPlaceOf(state, inject(Router), faceOf(state.url) + NOWHERE);

async function enter(organizationId: string | null, state: RouterStateSnapshot): Promise<GuardResult> {
  const router = inject(Router);
  const abilities = inject(Abilities);
  const session = inject(Session);
  if (organizationId === null) return inPlaceOf(state, router, `/my${NOWHERE}`);
  if (session.membershipIn(organizationId)?.mayEnter === false) return wayIn(state, router, organizationId);
  try {
    await abilities.enter(organizationId);
    return true;
  } catch (failure) {
    const { code } = problemOf(failure);
    // signed out of this organization, and not willing to type the password now: what is their own stays open
    if (code === 'reauthentication_required') return router.parseUrl('/my');
    return code === 'second-factor.required' ? wayIn(state, router, organizationId) : inPlaceOf(state, router, UNREACHABLE_ADDRESS);
  }
}

/** Leads to the second factor an organization asks for, and back here afterwards. */
const wayIn = (state: RouterStateSnapshot, router: Router, organizationId: string): UrlTree =>
  router.createUrlTree([SECOND_FACTOR_ADDRESS], { queryParams: { organization: organizationId, return: state.url } });

/** Shows another page in the place of the one asked for; the address bar keeps what was asked for. */
const inPlaceOf = (state: RouterStateSnapshot, router: Router, address: string): RedirectCommand =>
  new RedirectCommand(router.parseUrl(address), { browserUrl: state.url });

/** The part of an address that says which face it is in. */
const faceOf = (url: string): string => /^\/org\/[^/?#]+|^\/oversight/.exec(url)?.[0] ?? '/my';

function parameterOf(route: ActivatedRouteSnapshot, name: string): string | null {
  for (let place: ActivatedRouteSnapshot | null = route; place !== null; place = place.parent) {
    const value = place.paramMap.get(name);
    if (value !== null) return value;
  }
  return null;
}
