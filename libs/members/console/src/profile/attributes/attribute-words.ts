/** What is said where the server refuses something about what an organization made up, by code. */
export const ATTRIBUTE_PROBLEMS: Readonly<Record<string, string>> = {
  'profile_attribute.name_taken': 'members.problem.attributeNameTaken',
  'profile_attribute.changed_meanwhile': 'members.problem.attributeChanged',
  'profile_attribute.too_many': 'members.problem.attributesTooMany',
};

/** Choices as people type them: one on each line. */
export const choicesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
