import { inject } from '@angular/core';
import { RedirectCommand, Router, type ActivatedRouteSnapshot, type CanActivateFn, type GuardResult, type RouterStateSnapshot } from '@angular/router';
import { Abilities } from '../abilities/abilities';
import { Session } from '../session/session';

/** Where the shell says that the server does not answer. */
export const UNREACHABLE_ADDRESS = '/unreachable';

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
  if (organizationId === null) return inPlaceOf(state, router, `/my${NOWHERE}`);
  try {
    await abilities.enter(organizationId);
    return true;
  } catch {
    return inPlaceOf(state, router, UNREACHABLE_ADDRESS);
  }
}

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
