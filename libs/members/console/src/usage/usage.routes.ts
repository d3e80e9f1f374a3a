import type { Routes } from '@angular/router';
import { may } from '@smartpar/access/console';
import { speaking } from '@smartpar/platform/ui';
import { usageTexts } from './usage-texts';

const spoken = speaking(usageTexts);

/** What the app told about the reader: `/my/usage`. */
export const myUsageRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [{ path: '', title: 'usage.my.title', loadComponent: () => import('./page/my-usage').then((page) => page.MyUsagePage) }],
  },
];

/** Which usage data an organization collects: `/org/:organizationId/settings/usage`. */
export const usageRulesRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [{ path: '', title: 'usage.rules.title', loadComponent: () => import('./rules/usage-rules-page').then((page) => page.UsageRulesPage) }],
  },
];

/** Which systems act for an organization: `/org/:organizationId/settings/system-tokens`. */
export const systemTokenRoutes: Routes = [
  {
    path: '',
    ...spoken,
    children: [
      {
        path: '',
        title: 'usage.tokens.title',
        canActivate: [may('read', 'system-token')],
        loadComponent: () => import('../tokens/system-tokens').then((page) => page.SystemTokens),
      },
    ],
  },
];
