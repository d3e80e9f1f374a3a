import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { Session } from './session/session';

/** Who may see what: `/org/:organizationId/settings/grants`. */
export const grantRoutes: Routes = [{ path: '', title: 'access.grants.pageTitle', loadComponent: () => import('./grants/grants').then((page) => page.Grants) }];

/** What people promise: `/org/:organizationId/access/undertaking`. */
export const undertakingRoutes: Routes = [
  {
    path: '',
    title: 'access.undertaking.pageTitle',
    loadComponent: () => import('./undertaking/undertaking-page/undertaking-page').then((page) => page.UndertakingPage),
  },
];

/** Reports that somebody broke it: `/org/:organizationId/access/violations`. */
export const violationRoutes: Routes = [
  {
    path: '',
    title: 'access.violations.pageTitle',
    loadComponent: () => import('./violations/violations-page/violations-page').then((page) => page.ViolationsPage),
  },
  {
    path: ':violationId',
    title: 'access.violations.casePageTitle',
    loadComponent: () => import('./violations/violation-page/violation-page').then((page) => page.ViolationPage),
  },
];

/** Looks told later: `/org/:organizationId/access/delays`. */
export const delayRoutes: Routes = [
  { path: '', title: 'access.delays.pageTitle', loadComponent: () => import('./delays/delays-page/delays-page').then((page) => page.DelaysPage) },
  { path: ':delayId', title: 'access.delays.onePageTitle', loadComponent: () => import('./delays/delay-page/delay-page').then((page) => page.DelayPage) },
];

/** What one member looked at: `/org/:organizationId/access/looks/:memberId`. */
export const looksRoutes: Routes = [
  { path: ':memberId', title: 'access.delays.looksTitle', loadComponent: () => import('./delays/looks-page/looks-page').then((page) => page.LooksPage) },
];

/** Whether names are told in the ledger: `/org/:organizationId/access/ledger-names`. */
export const ledgerNamesRoutes: Routes = [
  { path: '', title: 'access.names.pageTitle', loadComponent: () => import('./delays/names-page/names-page').then((page) => page.NamesPage) },
];

/** Who looked at my data: `/my/ledger`, `/my/ledger/:organizationId`. */
export const ledgerRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    // a guard and no `redirectTo`: that would be asked before it is known who is signed in
    canActivate: [
      () => {
        const [first] = inject(Session).memberships();
        return inject(Router).parseUrl(first === undefined ? '/my' : `/my/ledger/${first.organizationId}`);
      },
    ],
    children: [],
  },
  { path: ':organizationId', title: 'access.ledger.pageTitle', loadComponent: () => import('./ledger/ledger').then((page) => page.Ledger) },
];
