import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { surroundings } from '@smartpar/platform/ui/testing';
import { Problem } from '@smartpar/platform/ui';
import { membership, provideAbilities, provideSession, sessionFacts } from '../../testing/src';
import { Abilities } from '../abilities/abilities';
import { Session } from '../session/session';
import type { SessionFacts } from '../session/session-facts';
import { inOrganization, inWorkforce, may, ownSide, signedIn } from './guards';

@Component({ selector: 'sp-page', template: '' })
class Page {}

@Component({ selector: 'sp-not-found', template: '' })
class NotFound {}

@Component({ selector: 'sp-unreachable', template: '' })
class Unreachable {}

@Component({ selector: 'sp-second-factor', template: '' })
class SecondFactor {}

@Component({ selector: 'sp-proof', template: '' })
class Proof {}

const routes = [
  { path: 'unreachable', component: Unreachable },
  { path: 'sign-in', component: Page },
  { path: 'my', component: Page, pathMatch: 'full' as const, canActivate: [signedIn] },
  { path: 'my/not-found', component: NotFound },
  { path: 'my/second-factor', component: SecondFactor },
  { path: 'my/proof', component: Proof },
  { path: 'my/ledger', canActivate: [ownSide], component: Page },
  { path: 'org/:organizationId/not-found', component: NotFound },
  { path: 'org/:organizationId', canActivate: [inOrganization], children: [{ path: 'log', canActivate: [may('read', 'audit-entry')], component: Page }] },
  { path: 'oversight', canActivate: [inWorkforce], component: Page },
];

const MEMBER = sessionFacts({ memberships: [membership({ organizationId: 'o1' })] });
const STAFF = sessionFacts({ memberships: [membership({ organizationId: 'w', kind: 'workforce' })] });
const ALLOWED = [{ action: 'read', subject: 'audit-entry' }];

async function go(address: string, facts: SessionFacts | null, rules = ALLOWED) {
  TestBed.configureTestingModule({ providers: surroundings({ routes, providers: [provideSession(facts), provideAbilities('o1', rules)] }) });
  const router = TestBed.inject(Router);
  await router.navigateByUrl(address);
  return arrival(router);
}

function arrival(router: Router) {
  let place = router.routerState.snapshot.root;
  while (place.firstChild) place = place.firstChild;
  return { url: TestBed.inject(Location).path(), page: place.component };
}

describe('guards', () => {
  it.each([
    ['/org/o1/log', sessionFacts({ memberships: [membership({ organizationId: 'o1', mayEnter: false })] }), 'o1'],
    ['/oversight', sessionFacts({ memberships: [membership({ organizationId: 'w', kind: 'workforce', mayEnter: false })] }), 'w'],
  ])('lead from %s to the second factor that is asked for there, and back afterwards', async (address, facts, organization) => {
    const url = `/my/second-factor?organization=${organization}&return=${encodeURIComponent(address)}`;
    expect(await go(address, facts)).toEqual({ url, page: SecondFactor });
  });

  it('lead to the second factor too where only the server knows that it is asked for', async () => {
    const refusal = new Problem({ code: 'second-factor.required', status: 403, detail: '', fields: [], reference: null, retryAfterSeconds: null });
    TestBed.configureTestingModule({ providers: surroundings({ routes, providers: [provideSession(MEMBER)] }) });
    jest.spyOn(TestBed.inject(Abilities), 'enter').mockRejectedValue(refusal);
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/org/o1/log');
    expect(arrival(router).page).toBe(SecondFactor);
  });

  it('lead to what is the person\u2019s own who was signed out of the organization and does not type the password now', async () => {
    const refusal = new Problem({ code: 'reauthentication_required', status: 403, detail: '', fields: [], reference: null, retryAfterSeconds: null });
    TestBed.configureTestingModule({ providers: surroundings({ routes, providers: [provideSession(MEMBER)] }) });
    jest.spyOn(TestBed.inject(Abilities), 'enter').mockRejectedValue(refusal);
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/org/o1/log');
    expect(TestBed.inject(Location).path()).toBe('/my');
  });

  it('keep what is the person\u2019s own closed after a reset, until they prove themself', async () => {
    expect((await go('/my/ledger', sessionFacts({ onlyIn: 'o1' }))).page).toBe(Proof);
  });

  it('open what is the person\u2019s own otherwise', async () => {
    expect((await go('/my/ledger', MEMBER)).page).toBe(Page);
  });

  it('send strangers to sign in, and back afterwards', async () => {
    expect(await go('/my?a=1', null)).toEqual({ url: '/sign-in?return=%2Fmy%3Fa%3D1', page: Page });
  });

  it('let those pass who are signed in', async () => {
    expect(await go('/my', sessionFacts())).toEqual({ url: '/my', page: Page });
  });

  it.each([
    ['a member whose rules allow it', '/org/o1/log', MEMBER, ALLOWED, Page],
    ['a member whose rules do not', '/org/o1/log', MEMBER, [], NotFound],
    ['a member of another organization', '/org/o2/log', MEMBER, ALLOWED, NotFound],
    ['one of the workforce, in oversight', '/oversight', STAFF, [], Page],
    ['anyone else, in oversight', '/oversight', MEMBER, ALLOWED, NotFound],
  ])('show %s the page or nothing, and leave the address', async (_name, address, facts, rules, page) => {
    expect(await go(address, facts, rules)).toEqual({ url: address, page });
  });

  it('say when the server does not answer, and leave the address', async () => {
    TestBed.configureTestingModule({ providers: surroundings({ routes, providers: [provideSession(MEMBER), provideAbilities('o1', ALLOWED)] }) });
    jest.spyOn(TestBed.inject(Abilities), 'enter').mockRejectedValue(new Problem({ status: 0, code: 'unreachable', detail: '' }));
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/org/o1/log');
    expect(arrival(router)).toEqual({ url: '/org/o1/log', page: Unreachable });
    expect(TestBed.inject(Session).signedIn()).toBe(true);
  });
});
