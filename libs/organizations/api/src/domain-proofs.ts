import { Resolver } from 'node:dns/promises';
import type { TextRecords } from '@smartpar/organizations/model';

/** Looks up what is published about a domain. */
export abstract class DomainProofs {
  /**
   * The text records at a name.
   * @param name in normal form: `_smartpar.example.com`
   */
  abstract textRecordsAt(name: string): Promise<TextRecords>;
}

const TIMEOUT_MS = 1_500;
/** The second try waits twice as long. */
const TRIES = 2;

/** Asks name servers over the network. */
export class DnsDomainProofs extends DomainProofs {
  /** @param servers addresses of name servers, `192.0.2.1:53`; those this machine is configured with where not said */
  constructor(private readonly servers?: readonly string[]) {
    super();
  }

  override async textRecordsAt(name: string): Promise<TextRecords> {
    const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
    if (this.servers !== undefined) resolver.setServers(this.servers);
    try {
      const records = await resolver.resolveTxt(name);
      return { kind: 'found', values: records.map((chunks) => chunks.join('')) };
    } catch (error) {
      return this.explain(error, name, resolver);
    }
  }

  private async explain(error: unknown, name: string, resolver: Resolver): Promise<TextRecords> {
    const code = codeOf(error);
    if (code === 'ENODATA') return { kind: 'none' };
    if (code !== 'ENOTFOUND') return { kind: 'no-answer' };
    return (await isDelegated(name.replace(/^_smartpar\./, ''), resolver)) ? { kind: 'none' } : { kind: 'no-domain' };
  }
}

/** The name below may be missing while the domain itself is well: its own start of authority tells. */
async function isDelegated(domain: string, resolver: Resolver): Promise<boolean> {
  try {
    await resolver.resolveSoa(domain);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ENOTFOUND';
  }
}

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');
