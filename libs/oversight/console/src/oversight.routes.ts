import type { Routes } from '@angular/router';
import { may } from '@smartpar/access/console';
import { speaking } from '@smartpar/platform/ui';
import { staffLockboxRoutes } from './lockboxes/staff-lockbox.routes';
import { oversightTexts } from './oversight.texts';

/** What SmartPAR's staff see: `/oversight`, `/oversight/escalations`. */
export const oversightRoutes: Routes = [
  {
    path: '',
    ...speaking(oversightTexts),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'oversight.tenants.pageTitle',
        canActivate: [may('read', 'organization-figures')],
        loadComponent: () => import('./tenants/tenants').then((page) => page.Tenants),
      },
      {
        path: 'escalations',
        title: 'oversight.escalations.pageTitle',
        canActivate: [may('read', 'escalation')],
        loadComponent: () => import('./escalations/escalations').then((page) => page.Escalations),
      },
      {
        path: 'disputes',
        title: 'oversight.disputes.pageTitle',
        canActivate: [may('read', 'domain-case')],
        loadComponent: () => import('./disputes/disputes').then((page) => page.Disputes),
      },
      ...staffLockboxRoutes,
    ],
  },
];
