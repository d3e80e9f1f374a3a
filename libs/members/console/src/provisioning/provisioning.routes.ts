import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { provisioningTexts } from './provisioning.texts';

/** An organization's directory, and what it did: `/org/:organizationId/settings/directory`. */
export const directoryRoutes: Routes = [
  {
    path: '',
    ...speaking(provisioningTexts),
    children: [{ path: '', title: 'provisioning.title', loadComponent: () => import('./directory/directory').then((page) => page.Directory) }],
  },
];
