import type { Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { may } from '../guards/guards';
import { reviewsTexts } from './reviews-texts';

/** Reviews of who has access, and what they leave for auditors: below `/org/:organizationId/access`. */
export const reviewRoutes: Routes = [
  {
    path: 'reviews',
    ...speaking(reviewsTexts),
    canActivate: [may('read', 'access-review')],
    children: [
      { path: '', pathMatch: 'full', title: 'reviews.title', loadComponent: () => import('./list/review-list').then((page) => page.ReviewList) },
      {
        path: 'start',
        title: 'reviews.start.title',
        canActivate: [may('start', 'access-review')],
        loadComponent: () => import('./start/start-review').then((page) => page.StartReview),
      },
      {
        path: 'auditors',
        title: 'reviews.auditors.title',
        canActivate: [may('read', 'external-auditor')],
        loadComponent: () => import('./auditors/auditors').then((page) => page.AuditorsPage),
      },
      { path: ':reviewId', title: 'reviews.pageTitle', loadComponent: () => import('./page/review-page').then((page) => page.ReviewPage) },
    ],
  },
];
