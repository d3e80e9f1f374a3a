import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet } from '@angular/router';
import { HttpTestingController } from '@angular/common/http/testing';
import { surroundings } from '@smartpar/platform/ui/testing';
import { membership, sessionFacts } from '../testing/src';
import { ledgerRoutes } from './access.routes';
import { Session } from './session/session';

@Component({ selector: 'sp-place', imports: [RouterOutlet], template: '<router-outlet />' })
class Place {}

/** As in the console: who is signed in is found out by a guard above, after the address was read. */
const routes = [
  {
    path: 'my/ledger',
    component: Place,
    canActivate: [
      () =>
        inject(Session)
          .ensure()
          .then(() => true),
    ],
    children: ledgerRoutes,
  },
];

async function go(memberships = [membership({ organizationId: 'o1' }), membership({ organizationId: 'o2' })]): Promise<string> {
  TestBed.configureTestingModule({ providers: surroundings({ routes }) });
  const router = TestBed.inject(Router);
  const gone = router.navigateByUrl('/my/ledger');
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.inject(HttpTestingController).expectOne('/api/session').flush(sessionFacts({ memberships }));
  await gone;
  return router.url;
}

describe('the way to who looked', () => {
  it('leads to the first organization one belongs to, also on a first visit', async () => {
    expect(await go()).toBe('/my/ledger/o1');
  });

  it('leads to the front of my privacy for those who belong nowhere', async () => {
    expect(await go([])).toBe('/my');
  });
});
