import type { MemberGroup } from '@smartpar/members/model';
import { groupTree, possibleParents } from './group-tree';

const group = (id: string, parentId: string | null = null, source: MemberGroup['source'] = 'hand'): MemberGroup => ({
  id,
  name: id,
  size: 0,
  everybody: 0,
  parentId,
  source,
  version: 1,
});
const GROUPS = [group('drivers'), group('night', 'plant'), group('plant'), group('team', 'night'), group('sync', null, 'directory')];

describe('groups inside one another', () => {
  it('stand below the one they are inside', () => {
    expect(groupTree(GROUPS).map(({ group: { id }, inside }) => [id, inside.map((branch) => branch.group.id)])).toEqual([
      ['drivers', []],
      ['plant', ['night']],
      ['sync', []],
    ]);
  });

  it('may stand inside any but themselves, those inside them, and those of the directory', () => {
    expect(possibleParents(GROUPS, 'plant').map(({ id }) => id)).toEqual(['drivers']);
    expect(possibleParents(GROUPS, 'team').map(({ id }) => id)).toEqual(['drivers', 'night', 'plant']);
  });
});
