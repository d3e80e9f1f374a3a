import { Accounts } from '@smartpar/identity/api';
import { ClaimsWork, DomainFiles, DomainProofs, RecheckDomains } from '@smartpar/organizations/api';
import { proofName, type TextRecords } from '@smartpar/organizations/model';
import { PerformDueWork } from '@smartpar/platform/jobs';
import { type Answer, Browser } from '../identity/browser';
import { takeMails, type WaitingMail } from '../members/members-house';
import { WholeHouse } from '../refusals/whole-house';

const PASSWORD = 'tidal lantern orbit moss';

/** Somebody with an account, who signs in again when their session is over. */
export class Holder {
  constructor(
    readonly browser: Browser,
    readonly accountId: string,
    public email: string,
  ) {}

  get(url: string): Promise<Answer> {
    return this.again(() => this.browser.get(url));
  }

  post(url: string, body: object = {}): Promise<Answer> {
    return this.again(() => this.browser.post(url, body));
  }

  put(url: string, body: object): Promise<Answer> {
    return this.again(() => this.browser.put(url, body));
  }

  signIn(email = this.email): Promise<Answer> {
    return this.browser.signIn(email, PASSWORD);
  }

  /** Proves once more who they are. */
  prove(): Promise<Answer> {
    return this.post('/api/session/reauthentication', { password: PASSWORD });
  }

  private async again(act: () => Promise<Answer>): Promise<Answer> {
    const answer = await act();
    if (answer.status !== 401) return answer;
    await this.signIn();
    return act();
  }
}

/** An organization that proves domains by records its specs publish. */
export class Claimant {
  constructor(
    private readonly town: ClaimsHouse,
    readonly organizationId: string,
    readonly owner: Holder,
  ) {}

  get(path: string): Promise<Answer> {
    return this.owner.get(`/api/organizations/${this.organizationId}${path}`);
  }

  post(path: string, body: object = {}): Promise<Answer> {
    return this.owner.post(`/api/organizations/${this.organizationId}${path}`, body);
  }

  /** Says that a domain is its own and proves it. @returns its id */
  async prove(domain: string): Promise<string> {
    const claimed = (await this.post('/domains', { domain })).body;
    this.town.publish(domain, claimed.recordValue);
    await this.post(`/domains/${claimed.id}/verification`);
    return claimed.id;
  }

  /** Starts a claim and has everybody told. @returns its id */
  async claim(domainId: string): Promise<string> {
    const { body } = await this.post(`/domains/${domainId}/claims`);
    await this.town.work();
    return body.id;
  }

  /** How many accounts of a claim are in which state. */
  async counts(claimId: string): Promise<Readonly<Record<string, number>>> {
    const { counts } = (await this.get(`/account-claims/${claimId}`)).body;
    return Object.fromEntries(Object.entries<number>(counts).filter(([, count]) => count > 0));
  }

  /** What its log says of claims and objections, oldest first. */
  log(): Promise<readonly { readonly action: string; readonly facts: object }[]> {
    return this.town.rows(
      this.organizationId,
      `select action, facts from audit_entries where organization_id = $1 and target_noun in ('account-claim', 'claim-objection') order by id`,
    );
  }
}

/** The whole application, with name servers that say what its specs publish. */
export class ClaimsHouse {
  private readonly published = new Map<string, TextRecords>();
  private made = 0;

  private constructor(readonly house: WholeHouse) {}

  static async open(): Promise<ClaimsHouse> {
    const town = new ClaimsHouse(await WholeHouse.open());
    const textRecordsAt: DomainProofs['textRecordsAt'] = (name) => Promise.resolve(town.published.get(name) ?? { kind: 'none' });
    const fileOf: DomainFiles['fileOf'] = () => Promise.resolve({ kind: 'none' });
    Object.assign(town.house.get(DomainProofs), { textRecordsAt });
    Object.assign(town.house.get(DomainFiles), { fileOf });
    return town;
  }

  close(): Promise<void> {
    return this.house.close();
  }

  /** A domain nobody used before. */
  domain(): string {
    return `larkspur-${++this.made}.example`;
  }

  /** Publishes a record, beside those that are there. */
  publish(domain: string, value: string): void {
    const before = this.published.get(proofName(domain));
    this.published.set(proofName(domain), { kind: 'found', values: [...(before?.kind === 'found' ? before.values : []), value] });
  }

  /** Takes all records of a domain away. */
  unpublish(domain: string): void {
    this.published.delete(proofName(domain));
  }

  /** An organization and its owner. */
  async claimant(): Promise<Claimant> {
    const number = ++this.made;
    const organizationId = await this.house.organization(`claimant-${number}`);
    const email = `owner-${number}@elsewhere.example`;
    return new Claimant(this, organizationId, new Holder(await this.house.browserOf(organizationId, email, ['owner']), '', email));
  }

  /** Somebody who signs in with an address and belongs to nobody. */
  async person(email: string): Promise<Holder> {
    const accountId = await this.house.get(Accounts).create({ email, name: 'Wren Foxglade', locale: 'de', password: PASSWORD });
    const holder = new Holder(new Browser(this.house.app), accountId, email);
    await holder.signIn();
    return holder;
  }

  /** Everything that is due happens. */
  async work(): Promise<void> {
    const failed: unknown[] = [];
    await new PerformDueWork(this.house.database, this.house.time, this.house.get(ClaimsWork).kinds(), (_, error) => failed.push(error)).run();
    if (failed.length > 0) throw failed[0];
  }

  /** What is planned for an organization about claims. */
  planned(organizationId: string): Promise<{ kind: string }[]> {
    return this.house.database.global((tx) =>
      tx.query<{ kind: string }>(`select kind from due_work where organization_id = $1 and kind like 'organizations.%'`, [organizationId]),
    );
  }

  /** Days pass; each of them proofs are looked at and what is due happens. */
  async days(count: number): Promise<void> {
    for (let day = 0; day < count; day += 1) {
      this.house.time.advance({ hours: 24 });
      await this.house.get(RecheckDomains).run();
      await this.work();
    }
  }

  /** The mails that wait, and empties the outbox. */
  mails(): Promise<WaitingMail[]> {
    return takeMails(this.house);
  }

  /** Rows of an organization, as its own transactions see them. */
  rows<R extends object>(organizationId: string, text: string): Promise<R[]> {
    return this.house.database.readTenant<R>(organizationId, { text, values: [organizationId] });
  }

  /** Moves somebody's account, as they do by the link in the mail. */
  async move(holder: Holder, to: string): Promise<Answer> {
    await this.mails();
    await holder.signIn();
    await holder.put('/api/account/sign-in-address', { email: to });
    const mail = (await this.mails()).find(({ template }) => template === 'identity.confirm-sign-in-address');
    const token = this.house.links.make('sign-in-address', [String(mail?.facts['accountId']), String(mail?.facts['changeId'])]);
    const answer = await holder.post('/api/sign-in-addresses/confirmation', { token });
    if (answer.status === 204) holder.email = to;
    return answer;
  }
}
