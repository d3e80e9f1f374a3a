import type { Routes } from '@angular/router';
import { may } from '@smartpar/access/console';
import { speaking } from '@smartpar/platform/ui';
import { organizationsTexts } from './organizations.texts';

/**
 * Settings of an organization: `/org/:organizationId/settings`, with a way to each of its pages.
 * @param further pages of other slices that hang below the same ways
 */
export const settingsRoutes = (further: Routes = []): Routes => [
  {
    path: '',
    ...speaking(organizationsTexts),
    loadComponent: () => import('./settings/settings').then((page) => page.Settings),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'profile' },
      { path: 'profile', title: 'organizations.profile.pageTitle', loadComponent: () => import('./profile/profile').then((page) => page.Profile) },
      {
        path: 'privacy-contact',
        title: 'organizations.contact.pageTitle',
        loadComponent: () => import('./privacy-contact/privacy-contact').then((page) => page.PrivacyContact),
      },
      {
        path: 'sites',
        title: 'organizations.sites.pageTitle',
        canActivate: [may('read', 'site')],
        loadComponent: () => import('./sites/sites').then((page) => page.Sites),
      },
      {
        path: 'domains',
        title: 'organizations.domains.pageTitle',
        canActivate: [may('read', 'organization-domain')],
        loadComponent: () => import('./domains/domains').then((page) => page.Domains),
      },
      {
        path: 'domains/:domainId/accounts',
        title: 'organizations.claims.pageTitle',
        canActivate: [may('read', 'account-claim')],
        loadComponent: () => import('./claims/domain-accounts/domain-accounts').then((page) => page.DomainAccounts),
      },
      {
        path: 'objections',
        title: 'organizations.objections.pageTitle',
        canActivate: [may('answer', 'claim-objection')],
        loadComponent: () => import('./claims/objections/objections').then((page) => page.Objections),
      },
      ...further,
    ],
  },
];

/** Claims of one's own account: `/my/claims`. */
export const ownClaimsRoutes: Routes = [
  {
    path: '',
    ...speaking(organizationsTexts),
    children: [
      { path: '', title: 'organizations.ownClaims.pageTitle', loadComponent: () => import('./claims/own-claims/own-claims').then((page) => page.OwnClaims) },
    ],
  },
];
