import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { may } from '../guards/guards';
import { grantingTexts } from './granting-texts';

/** Who has which access until when, and what waits for a decision: below `/org/:organizationId/access`. */
export const grantingRoutes: Routes = [
  {
    path: 'grants',
    ...speaking(grantingTexts),
    children: [
      { path: '', pathMatch: 'full', title: 'granting.title', loadComponent: () => import('./list/grant-list').then((page) => page.GrantList) },
      {
        path: 'ask',
        title: 'granting.ask.title',
        canActivate: [may('ask', 'grant')],
        loadComponent: () => import('./ask/ask-for-grant').then((page) => page.AskForGrant),
      },
      {
        path: 'deputies',
        title: 'granting.deputies.title',
        canActivate: [may('read', 'deputy')],
        loadComponent: () => import('./deputies/deputies').then((page) => page.DeputiesPage),
      },
      { path: ':grantId', title: 'granting.page.pageTitle', loadComponent: () => import('./grant/grant-page').then((page) => page.GrantPage) },
    ],
  },
];
