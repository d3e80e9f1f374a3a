import { inject } from '@angular/core';
import { Router, type Routes } from '@angular/router';
import { speaking } from '@smartpar/platform/ui';
import { Abilities } from '../abilities/abilities';
import { may } from '../guards/guards';
import { rolesTexts } from './roles-texts';

/**
 * Who may do what in an organization: `/org/:organizationId/access`.
 * @param further pages that hang below the same ways
 */
export const accessRoutes = (further: Routes = []): Routes => [
  {
    path: '',
    ...speaking(rolesTexts),
    loadComponent: () => import('./section/access-section').then((page) => page.AccessSection),
    children: [
      {
        path: '',
        pathMatch: 'full',
        // a guard and no `redirectTo`: that would be asked before it is known what one may do
        canActivate: [
          () => {
            const abilities = inject(Abilities);
            const first = abilities.can('read', 'role-assignment') ? 'people' : 'grants';
            return inject(Router).createUrlTree(['/org', abilities.organizationId(), 'access', first]);
          },
        ],
        children: [],
      },
      {
        path: 'people',
        title: 'roles.people.title',
        canActivate: [may('read', 'role-assignment')],
        loadComponent: () => import('./people/people').then((page) => page.People),
      },
      {
        path: 'roles/kept-apart',
        title: 'roles.apart.title',
        canActivate: [may('read', 'role')],
        loadComponent: () => import('./apart/roles-apart').then((page) => page.RolesApart),
      },
      {
        path: 'roles',
        title: 'roles.list.title',
        canActivate: [may('read', 'role')],
        loadComponent: () => import('./list/role-list').then((page) => page.RoleList),
      },
      {
        path: 'roles/new',
        title: 'roles.compose.title',
        canActivate: [may('compose', 'role')],
        loadComponent: () => import('./compose/compose').then((page) => page.Compose),
      },
      {
        path: 'roles/:role',
        title: 'roles.role.pageTitle',
        canActivate: [may('read', 'role')],
        loadComponent: () => import('./role/role').then((page) => page.Role),
      },
      {
        path: 'roles/:role/change',
        title: 'roles.compose.changeTitle',
        canActivate: [may('change', 'role')],
        loadComponent: () => import('./compose/compose').then((page) => page.Compose),
      },
      ...further,
    ],
  },
];
