import { EXTRACT_STATUSES, ROLES, type ExtractWhom } from '@smartpar/access/model';

/** Stands for "no site" in the address; an empty text means any. */
export const NO_SITE = 'none';

/** Whom somebody chose, as the address and the fields hold it; an empty text means any. */
export interface ChosenWhom {
  /** ids of members with commas between them; they go before any filter */
  readonly members: string;
  readonly status: string;
  readonly site: string;
  readonly group: string;
  readonly role: string;
}

/** The ids of those chosen one by one. */
export const membersIn = ({ members }: Pick<ChosenWhom, 'members'>): readonly string[] => members.split(',').filter((id) => id !== '');

/** Whom somebody chose, as it is asked for; words of the address that mean nothing count for nothing. */
export function whomOf(chosen: ChosenWhom): ExtractWhom {
  const ids = membersIn(chosen);
  if (ids.length > 0) return { kind: 'members', ids: [...ids] };
  const { site, group } = chosen;
  const status = EXTRACT_STATUSES.find((one) => one === chosen.status);
  const role = ROLES.find((one) => one === chosen.role);
  return {
    kind: 'filter',
    ...(status !== undefined && { status }),
    ...(site !== '' && { siteId: site === NO_SITE ? null : site }),
    ...(role !== undefined && { role }),
    ...(group !== '' && { groupId: group }),
  };
}
