import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { identityTexts } from './identity.texts';

const spoken = speaking(identityTexts);

/** `/sign-in` */
export const signInRoutes: Routes = [
  { path: '', title: 'identity.signIn.title', ...spoken, loadComponent: () => import('./sign-in/sign-in').then((page) => page.SignIn) },
];

/** `/forgotten-password` */
export const forgottenPasswordRoutes: Routes = [
  {
    path: '',
    title: 'identity.forgotten.title',
    ...spoken,
    loadComponent: () => import('./forgotten-password/forgotten-password').then((page) => page.ForgottenPassword),
  },
];

/** `/reset-password`; a mailed link brings its token in the fragment */
export const resetPasswordRoutes: Routes = [
  {
    path: '',
    title: 'identity.reset.title',
    ...spoken,
    loadComponent: () => import('./reset-password/reset-password').then((page) => page.ResetPassword),
  },
];

/** `/my/account` */
export const accountRoutes: Routes = [
  { path: '', title: 'identity.account.title', ...spoken, loadComponent: () => import('./account/account').then((page) => page.Account) },
];

/** `/my/sessions` */
export const sessionsRoutes: Routes = [
  { path: '', title: 'identity.sessions.title', ...spoken, loadComponent: () => import('./sessions/sessions').then((page) => page.Sessions) },
];

/** `/my/second-factor`: set up, or given, because an organization asks for it */
export const secondFactorRoutes: Routes = [
  { path: '', title: 'identity.factorPage.title', ...spoken, loadComponent: () => import('./factor-page/factor-page').then((page) => page.FactorPage) },
];

/** `/my/proof`: after a reset; a mailed link brings its token in the fragment */
export const proofRoutes: Routes = [
  { path: '', title: 'identity.proof.title', ...spoken, loadComponent: () => import('./proof/proof').then((page) => page.Proof) },
];

/** `/private-address`; a mailed link brings its token in the fragment */
export const privateAddressRoutes: Routes = [
  {
    path: '',
    title: 'identity.confirmAddress.title',
    data: { use: 'private' },
    ...spoken,
    loadComponent: () => import('./confirm-address/confirm-address').then((page) => page.ConfirmAddress),
  },
];

/** `/sign-in-address`; a mailed link brings its token in the fragment */
export const signInAddressRoutes: Routes = [
  {
    path: '',
    title: 'identity.confirmSignIn.title',
    data: { use: 'sign-in' },
    ...spoken,
    loadComponent: () => import('./confirm-address/confirm-address').then((page) => page.ConfirmAddress),
  },
];

/** `/org/:organizationId/settings/second-factor` */
export const factorRequirementRoutes: Routes = [
  { path: '', title: 'identity.requirement.pageTitle', ...spoken, loadComponent: () => import('./requirement/requirement').then((page) => page.Requirement) },
];

/** `/org/:organizationId/settings/sign-in-address` */
export const memberAddressRoutes: Routes = [
  {
    path: '',
    title: 'identity.memberAddress.pageTitle',
    ...spoken,
    loadComponent: () => import('./member-address/member-address').then((page) => page.MemberAddress),
  },
];
