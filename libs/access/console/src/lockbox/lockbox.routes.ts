import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { may } from '../guards/guards';
import { lockboxTexts } from './lockbox-texts';

/** Access by SmartPAR's staff, below `/org/:organizationId/access`. */
export const lockboxRoutes: Routes = [
  {
    path: 'lockbox',
    ...speaking(lockboxTexts),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'lockbox.title',
        canActivate: [may('read', 'lockbox')],
        loadComponent: () => import('./list/lockbox-list').then((page) => page.LockboxList),
      },
      {
        path: 'rules',
        title: 'lockbox.rules.pageTitle',
        canActivate: [may('read', 'lockbox-rules')],
        loadComponent: () => import('./rules/lockbox-rules').then((page) => page.LockboxRules),
      },
      {
        path: ':lockboxId',
        title: 'lockbox.page.pageTitle',
        canActivate: [may('read', 'lockbox')],
        loadComponent: () => import('./lockbox/lockbox-page').then((page) => page.LockboxPage),
      },
    ],
  },
];
