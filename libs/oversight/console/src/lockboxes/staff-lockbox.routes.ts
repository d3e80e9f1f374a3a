import type { Routes } from '@angular/router';
import { lockboxTexts, may } from '@smartpar/access/console';
import { speaking } from '@smartpar/platform/ui';
import { staffLockboxTexts } from './staff-lockbox-texts';

/** What staff ask to see of organizations: `/oversight/lockboxes`. */
export const staffLockboxRoutes: Routes = [
  {
    path: 'lockboxes',
    ...speaking(lockboxTexts),
    children: [
      {
        path: '',
        ...speaking(staffLockboxTexts),
        children: [
          {
            path: '',
            pathMatch: 'full',
            title: 'staffLockbox.list.pageTitle',
            canActivate: [may('request', 'lockbox')],
            loadComponent: () => import('./list/staff-lockboxes').then((page) => page.StaffLockboxes),
          },
          {
            path: 'new',
            title: 'staffLockbox.ask.pageTitle',
            canActivate: [may('request', 'lockbox')],
            loadComponent: () => import('./ask/ask-lockbox').then((page) => page.AskLockbox),
          },
          {
            path: ':lockboxId',
            title: 'staffLockbox.page.pageTitle',
            canActivate: [may('request', 'lockbox')],
            loadComponent: () => import('./lockbox/staff-lockbox').then((page) => page.StaffLockboxPage),
          },
        ],
      },
    ],
  },
];
