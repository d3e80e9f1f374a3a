import type { Ability } from '@smartpar/access/model';
import { subject } from '@smartpar/access/model';
import { mayBecome, type MemberListItem } from '@smartpar/members/model';
import type { IconName } from '@smartpar/platform/ui';

/** What can be done to many members at once: each as it is done to one. */
export type BulkDeed = 'suspend' | 'reactivate' | 'invite' | 'place';

/** Most members one act is done to at once. */
export const MOST_AT_ONCE = 200;

/** Why somebody who is selected is left out: it is the reader, only an owner may, or they stand elsewhere. */
export type Exemption = 'self' | 'owner' | 'state';

/** One thing that can be done, to whom of those selected, and who is left out. */
export interface BulkOffer {
  readonly deed: BulkDeed;
  readonly icon: IconName;
  readonly members: readonly MemberListItem[];
  readonly exempt: readonly { readonly member: MemberListItem; readonly why: Exemption }[];
}

/** Who asks. */
export interface Reader {
  readonly ability: Ability;
  readonly memberId: string | undefined;
}

const DEEDS: readonly { readonly deed: BulkDeed; readonly icon: IconName; readonly stands: (member: MemberListItem) => boolean }[] = [
  { deed: 'invite', icon: 'mail', stands: ({ status }) => status === 'invited' },
  { deed: 'place', icon: 'building', stands: ({ status }) => status !== 'de-identified' },
  { deed: 'reactivate', icon: 'undo', stands: ({ status }) => status !== 'invited' && mayBecome(status, 'active') },
  { deed: 'suspend', icon: 'pause', stands: ({ status }) => mayBecome(status, 'suspended') },
];

/** What the reader may do to any member at all; nothing is selected for those who may do nothing. */
export const deedsOf = ({ ability }: Reader): readonly BulkDeed[] => DEEDS.flatMap(({ deed }) => (ability.can(deed, 'member') ? [deed] : []));

/** Everything that can be done to at least one of those selected. The server decides again, one by one. */
export function offersFor(selected: readonly MemberListItem[], reader: Reader): readonly BulkOffer[] {
  const allowed = deedsOf(reader);
  return DEEDS.filter(({ deed }) => allowed.includes(deed)).flatMap(({ deed, icon, stands }) => {
    const judged = selected.map((member) => ({ member, why: stands(member) ? exemptionOf(deed, member, reader) : ('state' as const) }));
    const members = judged.filter(({ why }) => why === undefined).map(({ member }) => member);
    const exempt = judged.flatMap(({ member, why }) => (why === undefined ? [] : [{ member, why }]));
    return members.length === 0 ? [] : [{ deed, icon, members, exempt }];
  });
}

/** Whether somebody outside the reader's site or groups is among them, the server says: the list shows the reader nobody else. */
function exemptionOf(deed: BulkDeed, { id, roles, site }: MemberListItem, { ability, memberId }: Reader): Exemption | undefined {
  // whoever kept themselves out could not take it back
  if (deed === 'suspend' && id === memberId) return 'self';
  if (!roles.includes('owner')) return undefined;
  return ability.can(deed, subject('member', { owner: true, siteId: site?.id ?? null })) ? undefined : 'owner';
}
