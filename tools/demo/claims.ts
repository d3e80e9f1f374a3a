import type { MemberActor } from '@smartpar/access/model';
import { StartClaim } from '@smartpar/organizations/api';
import type { DemoSurroundings } from './surroundings';
import type { DemoOrganization } from './world';

/** The organization that claims the accounts of its domain. */
const CLAIMS = 'larkspur';

/** Starts a claim of the accounts that use the domain and belong to nobody yet, where none was started before. */
export async function keepClaim({ database, get }: DemoSurroundings, owner: MemberActor, { slug, domain }: DemoOrganization): Promise<void> {
  if (slug !== CLAIMS) return;
  const [known] = await database.tenant(owner, (tx) =>
    tx.query<{ id: string; claimed: boolean }>(
      `select d.id, exists (select from account_claims c where c.organization_id = d.organization_id and c.domain = d.domain) as claimed
       from organization_domains d where d.organization_id = $1 and d.domain = $2`,
      [owner.organizationId, domain],
    ),
  );
  if (known !== undefined && !known.claimed) await get(StartClaim).run(owner, known.id, `demo-claim-of-${domain}`);
}
