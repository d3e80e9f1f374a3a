import type { MemberActor } from '../actor';
import type { HeldRole, RoleScope } from './role-holding';

/**
 * Tells whether somebody may give a role to others, or take it from them: an owner may with every role, anybody else only with a role they hold
 * themselves, and only where they hold it. So nobody gives more than they have, neither abilities nor sight.
 */
export function mayPassOnRole({ roles, held = [] }: Pick<MemberActor, 'roles' | 'held'>, role: string, scope: RoleScope): boolean {
  if (roles.includes('owner')) return true;
  if (roles.some((own) => own === role)) return true;
  return held.some((own) => own.role === role && reachesAll(own, scope));
}

const reachesAll = ({ scope }: HeldRole, asked: RoleScope): boolean =>
  scope.kind === 'all' || (asked.kind === scope.kind && 'id' in asked && asked.id === scope.id);
