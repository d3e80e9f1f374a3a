/** What is said where the server refuses something about roles, by code. */
export const ROLE_PROBLEMS: Readonly<Record<string, string>> = {
  'role.changed_meanwhile': 'roles.problem.changedMeanwhile',
  'role.name_taken': 'roles.problem.nameTaken',
  'role.unknown_ability': 'roles.problem.unknownAbility',
  'role.more_than_own': 'roles.problem.moreThanOwn',
  'role.held': 'roles.problem.held',
  'role.too_many': 'roles.problem.tooMany',
  'role.unknown': 'roles.problem.unknown',
  'role.scope_refused': 'roles.problem.scopeRefused',
  'role.unknown_scope': 'roles.problem.unknownScope',
  'role.not_yours': 'roles.problem.notYours',
  'role.kept_apart': 'roles.problem.keptApart',
  'role.limit_reached': 'roles.problem.limitReached',
  'role.held_together': 'roles.problem.heldTogether',
  'role.over_limit': 'roles.problem.overLimit',
  'member.last_owner': 'roles.problem.lastOwner',
  'member.role_not_here': 'roles.problem.notHere',
};
