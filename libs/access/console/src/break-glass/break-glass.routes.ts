import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { may } from '../guards/guards';
import { breakGlassTexts } from './break-glass-texts';

/** Emergencies, below `/org/:organizationId/access`. */
export const breakGlassRoutes: Routes = [
  {
    path: 'break-glass',
    ...speaking(breakGlassTexts),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'breakGlass.title',
        canActivate: [may('read', 'break-glass')],
        loadComponent: () => import('./list/break-glass-list').then((page) => page.BreakGlassList),
      },
      {
        path: 'now',
        title: 'breakGlass.now.pageTitle',
        canActivate: [may('break', 'break-glass')],
        loadComponent: () => import('./now/break-now').then((page) => page.BreakNow),
      },
      {
        path: ':breakGlassId',
        title: 'breakGlass.page.pageTitle',
        canActivate: [may('read', 'break-glass')],
        loadComponent: () => import('./page/break-glass-page').then((page) => page.BreakGlassPage),
      },
    ],
  },
];
