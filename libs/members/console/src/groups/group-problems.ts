/** What is said where the server refuses something about groups, by code. */
export const GROUP_PROBLEMS: Readonly<Record<string, string>> = {
  'group.name_taken': 'members.problem.groupNameTaken',
  'group.changed_meanwhile': 'members.problem.groupChanged',
  'group.too_many': 'members.problem.groupsTooMany',
  'group.in_use': 'members.problem.groupInUse',
  'group.unknown_member': 'members.problem.groupUnknownMember',
};
