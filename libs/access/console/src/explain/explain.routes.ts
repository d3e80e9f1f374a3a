import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { may } from '../guards/guards';
import { explainTexts } from './explain-texts';

/** Who sees what, and why: below `/org/:organizationId/access`. */
export const explainRoutes: Routes = [
  {
    path: 'explain',
    ...speaking(explainTexts),
    children: [
      {
        path: '',
        title: 'explain.title',
        canActivate: [may('read', 'explanation')],
        loadComponent: () => import('./page/explain').then((page) => page.Explain),
      },
    ],
  },
];
