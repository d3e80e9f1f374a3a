import { Global, Module } from '@nestjs/common';
import { roleAccess } from '@smartpar/access/model';
import { InvitedAccounts, MemberAdministrationModule } from '@smartpar/members/api';
import { membersAccess } from '@smartpar/members/model';
import { KeyRing, LinkTokens } from '@smartpar/platform/http';
import { House } from '../organizations/house';
import type { Answer, Person } from '../organizations/person';

/** Nobody is invited to an account here; whoever needs that opens the whole house. */
class NoAccounts extends InvitedAccounts {
  override holderOf(): Promise<null> {
    return Promise.resolve(null);
  }

  override open(): never {
    throw new Error('No account is opened here.');
  }
}

const PROVIDERS = [
  { provide: LinkTokens, useValue: new LinkTokens(KeyRing.parse(KeyRing.generate())) },
  { provide: InvitedAccounts, useClass: NoAccounts },
];

/** What inviting needs of its surroundings. */
@Global()
@Module({ providers: PROVIDERS, exports: PROVIDERS.map(({ provide }) => provide) })
export class Invited {}

/** Organizations and their members, with everything that administrators do with them. */
export const membersHouse = (): Promise<House> =>
  House.start({ modules: [Invited, MemberAdministrationModule], wires: [], rules: [...membersAccess, roleAccess] });

/** A mail that waits in the outbox. */
export interface WaitingMail {
  readonly to: string;
  readonly locale: string;
  readonly template: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** The mails that wait, oldest first, and empties the outbox. */
export const takeMails = ({ database }: Pick<House, 'database'>): Promise<WaitingMail[]> =>
  database.global(async (tx) => {
    const mails = await tx.query<WaitingMail>('select to_address as "to", locale, template, facts from mail_outbox order by id');
    await tx.query('delete from mail_outbox');
    return mails;
  });

/** Asks for the list. */
export const search = (who: Person, query: object = {}): Promise<Answer> => who.post('/members/search', query);

/** The ids of a whole list, page by page. */
export async function everybody(who: Person, query: object): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined; ;) {
    const { status, body } = await search(who, { ...query, ...(after !== undefined && { after }) });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    found.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === null) return found;
    after = body.next;
  }
}

/** Waits until a cache has heard; messages between processes take a moment. */
export async function heard(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('What was changed has not been heard of.');
}
