/** Something done to groups, by the place of each in a list. */
export type GroupMove =
  | { readonly kind: 'put' | 'take'; readonly group: number; readonly member: number }
  | { readonly kind: 'nest'; readonly group: number; readonly into: number | null };

interface Place {
  readonly group: number;
  readonly member: number;
  readonly ways: number;
}

/** Who is in which group by how many ways after some moves, worked out from the start. */
export function places(moves: readonly GroupMove[]): readonly Place[] {
  const parents = new Map<number, number | null>();
  const put = new Set<string>();
  for (const move of moves) {
    if (move.kind === 'nest') parents.set(move.group, move.into);
    else if (move.kind === 'put') put.add(`${move.group} ${move.member}`);
    else put.delete(`${move.group} ${move.member}`);
  }
  const ways = new Map<string, number>();
  for (const place of put) {
    const [group = 0, member = 0] = place.split(' ').map(Number);
    for (let at: number | null = group; at !== null; at = parents.get(at) ?? null) {
      ways.set(`${at} ${member}`, (ways.get(`${at} ${member}`) ?? 0) + 1);
    }
  }
  return [...ways].map(([key, count]) => {
    const [group = 0, member = 0] = key.split(' ').map(Number);
    return { group, member, ways: count };
  });
}
