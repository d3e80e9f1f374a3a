/** What is said where the server refuses something about groups, by code. */
export const GROUP_PROBLEMS: Readonly<Record<string, string>> = {
  'group.name_taken': 'members.problem.groupNameTaken',
  'group.changed_meanwhile': 'members.problem.groupChanged',
  'group.too_many': 'members.problem.groupsTooMany',
  'group.in_use': 'members.problem.groupInUse',
  'group.unknown_parent': 'members.problem.groupUnknownParent',
  'group.inside_itself': 'members.problem.groupInsideItself',
  'group.too_deep': 'members.problem.groupTooDeep',
  'group.has_groups': 'members.problem.groupHasGroups',
  'group.from_directory': 'members.problem.groupFromDirectory',
  'group.widens_own_sight': 'members.problem.groupWidens',
  'group.unknown_member': 'members.problem.groupUnknownMember',
};
