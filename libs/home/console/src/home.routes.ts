import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { homeTexts } from './home.texts';

/** What is held about the reader: `/my/held`. */
export const heldRoutes: Routes = [
  {
    path: '',
    ...speaking(homeTexts),
    children: [{ path: '', title: 'home.held.pageTitle', loadComponent: () => import('./held/held').then((page) => page.Held) }],
  },
];

/** What needs whoever looks: `/org/:organizationId/home`. */
export const homeRoutes: Routes = [
  { path: '', ...speaking(homeTexts), children: [{ path: '', title: 'home.pageTitle', loadComponent: () => import('./home/home').then((page) => page.Home) }] },
];
