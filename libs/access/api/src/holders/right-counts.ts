/** What waits for a decision, as far as deciding goes, as SQL. */
export interface AskedColumns {
  /** an array of members who gain from it or asked for it, none of them null */
  readonly concerned: string;
  /** an array of members whose right was used already; none where absent */
  readonly used?: string;
  /** when it was asked for; without it any right counts, however new */
  readonly askedAt?: string;
}

/**
 * Tells in SQL whether a member may decide something that waits, as `obstacleTo` does: they are not concerned, and one of their rights is not of
 * anybody who is, and was held before it was asked for. In SQL, so that a limit is of those they may decide and of no others.
 * @param member parameter with who would decide
 * @param first number of the first of two parameters: the rights of that member, as `AbilityHolders.rightsOf` gives them
 */
export const rightCounts = ({ concerned, used, askedAt }: AskedColumns, member: string, first: number): string => {
  const counts = [
    `held.of_member <> all(${concerned})`,
    ...(used === undefined ? [] : [`held.of_member <> all(${used})`]),
    ...(askedAt === undefined ? [] : [`held.since <= ${askedAt}`]),
  ];
  return `(${member} <> all(${concerned}) and exists (
    select from unnest($${first}::uuid[], $${first + 1}::timestamptz[]) as held (of_member, since) where ${counts.join(' and ')}))`;
};
