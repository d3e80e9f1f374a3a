import { inject } from '@angular/core';
import { Router, type CanActivateFn, type Route, type Routes } from '@angular/router';
import {
  Session,
  accessRoutes,
  evaluationRoutes,
  explainRoutes,
  breakGlassRoutes,
  extractsRoutes,
  grantRoutes,
  grantingRoutes,
  inOrganization,
  inWorkforce,
  ledgerRoutes,
  lockboxRoutes,
  may,
  ownSide,
  signedIn,
  undertakingRoutes,
  delayRoutes,
  ledgerNamesRoutes,
  looksRoutes,
  reviewRoutes,
  violationRoutes,
} from '@smartpar/access/console';
import { invitationRoutes } from './invitation-routes';
import { homeOf } from './shell/home';
import { Frame } from './shell/frame/frame';
import { PublicFrame } from './shell/public-frame/public-frame';
import { Unreachable } from './unreachable/unreachable';

/** Signed-in people have a better first page than the public one. */
const sendHome: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.ensure();
  return session.signedIn() ? router.parseUrl(homeOf(session.memberships())) : true;
};

/** Where nothing is. Every face has its own, so that one stays inside it. */
const nowhere: Route = { path: '**', title: 'notFound.title', loadComponent: () => import('./not-found/not-found').then((page) => page.NotFound) };

/** Pages without an account. Slices hang theirs here. */
const publicRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'start.pageTitle', canActivate: [sendHome], loadComponent: () => import('./start/start').then((page) => page.Start) },
  { path: 'ask', loadChildren: () => import('@smartpar/requests/console').then((slice) => slice.askRoutes) },
  { path: 'follow', loadChildren: () => import('@smartpar/requests/console').then((slice) => slice.followRoutes) },
  { path: 'sign-in', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.signInRoutes) },
  { path: 'forgotten-password', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.forgottenPasswordRoutes) },
  { path: 'reset-password', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.resetPasswordRoutes) },
  { path: 'private-address', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.privateAddressRoutes) },
  { path: 'sign-in-address', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.signInAddressRoutes) },
  { path: 'invitation', loadChildren: invitationRoutes },
  { path: 'leaver', loadChildren: () => import('@smartpar/members/console').then((slice) => slice.leaverRoutes) },
  { path: 'member-address', loadChildren: () => import('@smartpar/members/console').then((slice) => slice.memberAddressRoutes) },
  { path: 'privacy', title: 'privacyNotice.title', loadComponent: () => import('./privacy/privacy-notice').then((page) => page.PrivacyNotice) },
  { path: 'development/mails', title: 'mailbox.title', loadComponent: () => import('./mailbox/mailbox').then((page) => page.Mailbox) },
  { path: 'unreachable', title: 'unreachable.title', component: Unreachable },
];

/** Pages about the person's own privacy, below `/my`. */
const myRoutes: Routes = [
  { path: 'ledger', children: ledgerRoutes },
  { path: 'claims', loadChildren: () => import('@smartpar/organizations/console').then((slice) => slice.ownClaimsRoutes) },
  { path: 'held', loadChildren: () => import('@smartpar/home/console').then((slice) => slice.heldRoutes) },
  { path: 'usage', loadChildren: () => import('@smartpar/members/console').then((slice) => slice.myUsageRoutes) },
  { path: 'account', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.accountRoutes) },
  { path: 'leave', loadChildren: () => import('@smartpar/members/console').then((slice) => slice.leaveRoutes) },
  { path: 'sessions', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.sessionsRoutes) },
  { path: '', loadChildren: () => import('@smartpar/requests/console').then((slice) => slice.myPrivacyRoutes) },
];

/** Pages of a session that an organization's reset keeps from everything else that is the person's own. */
const proofPages: Routes = [
  { path: 'second-factor', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.secondFactorRoutes) },
  { path: 'proof', loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.proofRoutes) },
];

/** Settings that other slices hang beside the organization's own. */
const furtherSettings: Routes = [
  {
    path: 'attributes',
    canActivate: [may('read', 'profile-attribute')],
    loadChildren: () => import('@smartpar/members/console').then((slice) => slice.attributeRoutes),
  },
  { path: 'grants', canActivate: [may('read', 'standing-grant')], children: grantRoutes },
  {
    path: 'second-factor',
    canActivate: [may('read', 'second-factor-requirement')],
    loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.factorRequirementRoutes),
  },
  {
    path: 'directory',
    canActivate: [may('read', 'provisioning')],
    loadChildren: () => import('@smartpar/members/console').then((slice) => slice.directoryRoutes),
  },
  {
    path: 'sign-in-address',
    canActivate: [may('change', 'sign-in-address')],
    loadChildren: () => import('@smartpar/identity/console').then((slice) => slice.memberAddressRoutes),
  },
  {
    path: 'usage',
    canActivate: [may('read', 'usage-rules')],
    loadChildren: () => import('@smartpar/members/console').then((slice) => slice.usageRulesRoutes),
  },
  {
    path: 'system-tokens',
    canActivate: [may('read', 'system-token')],
    loadChildren: () => import('@smartpar/members/console').then((slice) => slice.systemTokenRoutes),
  },
  {
    path: 'leaving',
    canActivate: [may('read', 'life-rules')],
    loadChildren: () => import('@smartpar/members/console').then((slice) => slice.lifeRulesRoutes),
  },
  {
    path: 'templates',
    canActivate: [may('read', 'reply-template')],
    loadChildren: () => import('@smartpar/requests/console').then((slice) => slice.templateRoutes),
  },
];

/** Pages about access beside roles and who holds them. */
const furtherAccess: Routes = [
  ...lockboxRoutes,
  ...breakGlassRoutes,
  ...grantingRoutes,
  ...extractsRoutes,
  ...explainRoutes,
  ...reviewRoutes,
  ...evaluationRoutes,
  { path: 'undertaking', canActivate: [may('list', 'undertaking-signature')], children: undertakingRoutes },
  { path: 'violations', canActivate: [may('read', 'violation')], children: violationRoutes },
  { path: 'looks', canActivate: [may('report', 'violation')], children: looksRoutes },
  { path: 'delays', canActivate: [may('read', 'ledger-delay')], children: delayRoutes },
  { path: 'ledger-names', canActivate: [may('read', 'ledger-names')], children: ledgerNamesRoutes },
];

/** Pages of one organization, below `/org/:organizationId`; its abilities are at hand. */
const organizationRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'home' },
  { path: 'home', loadChildren: () => import('@smartpar/home/console').then((slice) => slice.homeRoutes) },
  {
    path: 'inbox',
    canActivate: [may('list', 'privacy-request')],
    loadChildren: () => import('@smartpar/requests/console').then((slice) => slice.inboxRoutes),
  },
  { path: 'members', canActivate: [may('read', 'member')], loadChildren: () => import('@smartpar/members/console').then((slice) => slice.membersRoutes) },
  { path: 'access', canActivate: [may('read', 'grant')], children: accessRoutes(furtherAccess) },
  { path: 'settings', loadChildren: () => import('@smartpar/organizations/console').then((slice) => slice.settingsRoutes(furtherSettings)) },
  {
    path: 'log-outline',
    canActivate: [may('read', 'audit-outline')],
    loadChildren: () => import('@smartpar/audit/console').then((slice) => slice.logOutlineRoutes),
  },
  { path: 'audit', canActivate: [may('read', 'audit-entry')], loadChildren: () => import('@smartpar/audit/console').then((slice) => slice.auditRoutes) },
];

/** Pages of SmartPAR's staff, below `/oversight`; the workforce organization's abilities are at hand. */
const oversightRoutes: Routes = [{ path: '', loadChildren: () => import('@smartpar/oversight/console').then((slice) => slice.oversightRoutes) }];

/** Every address of the console. Slices bring their pages; this file only says where they hang. */
export const appRoutes: Routes = [
  {
    path: '',
    component: Frame,
    canMatch: [(_route, segments) => ['my', 'org', 'oversight'].includes(segments[0]?.path ?? '')],
    canActivate: [signedIn],
    children: [
      { path: 'my', children: [...proofPages, { path: '', canActivate: [ownSide], children: [...myRoutes, nowhere] }] },
      { path: 'org/:organizationId', canActivate: [inOrganization], children: [...organizationRoutes, nowhere] },
      { path: 'oversight', canActivate: [inWorkforce], children: [...oversightRoutes, nowhere] },
      nowhere,
    ],
  },
  { path: '', component: PublicFrame, children: [...publicRoutes, nowhere] },
];
