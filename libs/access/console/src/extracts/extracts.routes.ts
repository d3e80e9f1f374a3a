import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { may } from '../guards/guards';
import { extractsTexts } from './extracts-texts';

/** The data of many people taken out at once: below `/org/:organizationId/access`. */
export const extractsRoutes: Routes = [
  {
    path: 'extracts',
    ...speaking(extractsTexts),
    canActivate: [may('read', 'extract')],
    children: [
      { path: '', pathMatch: 'full', title: 'extracts.title', loadComponent: () => import('./list/extract-list').then((page) => page.ExtractList) },
      {
        path: 'new',
        title: 'extracts.take.title',
        canActivate: [may('ask', 'extract')],
        loadComponent: () => import('./take/take-out-many').then((page) => page.TakeOutMany),
      },
      {
        path: 'rules',
        title: 'extracts.rules.title',
        canActivate: [may('read', 'extract-rules')],
        loadComponent: () => import('./rules/extract-rules').then((page) => page.ExtractRules),
      },
      { path: ':extractId', title: 'extracts.page.pageTitle', loadComponent: () => import('./extract/extract-page').then((page) => page.ExtractPage) },
    ],
  },
];
