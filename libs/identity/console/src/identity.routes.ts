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
