/** What may be shown of a member in the log. */
export interface ActorLine {
  /** such as `M-10422`; `null` once the member is de-identified */
  readonly memberNumber: string | null;
}

/** Knows the numbers of members. */
export abstract class ActorLines {
  /**
   * @param memberIds members of that organization; others are left out of the answer
   * @returns by member id
   */
  abstract linesOf(organizationId: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, ActorLine>>;
}
