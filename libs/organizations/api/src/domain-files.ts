import { request, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { MOST_FILE_BYTES, type ProofFile, proofFileAddress } from '@smartpar/organizations/model';
import { isPublicAddress, publicLookup } from '@smartpar/platform/webhooks';

/** How long the whole of it may take, in milliseconds. */
const PATIENCE = 5_000;

/** Reads the file by which a domain is proved. */
export abstract class DomainFiles {
  /** @param domain in normal form */
  abstract fileOf(domain: string): Promise<ProofFile>;
}

/** How files are asked for; the defaults are those of the open internet. */
export interface HttpsDomainFilesOptions {
  readonly port?: number;
  /** authorities to trust besides the usual ones, in PEM */
  readonly ca?: string;
  /** looks names up; the connection goes to the very address it answers */
  readonly lookup?: LookupFunction;
  /** which addresses may be knocked at */
  readonly isOpen?: (address: string) => boolean;
  /** milliseconds the whole of it may take */
  readonly patience?: number;
}

/** Asks the domain's own web server, by TLS, at public addresses only. It follows nobody elsewhere and reads no more than it needs. */
export class HttpsDomainFiles extends DomainFiles {
  constructor(private readonly options: HttpsDomainFilesOptions = {}) {
    super();
  }

  override fileOf(domain: string): Promise<ProofFile> {
    const { port, ca, lookup = publicLookup, isOpen = isPublicAddress, patience = PATIENCE } = this.options;
    const options: RequestOptions = {
      ...{ lookup, agent: false, signal: AbortSignal.timeout(patience), headers: { 'user-agent': 'SmartPAR', accept: 'text/plain' } },
      ...(port !== undefined && { port }),
      ...(ca !== undefined && { ca }),
    };
    return new Promise((resolve) => {
      const asking = request(proofFileAddress(domain), options, (answer) => {
        const ended = kindOf(answer.statusCode ?? 0);
        if (ended !== null) {
          answer.destroy();
          return resolve(ended);
        }
        readSome(answer).then(resolve, () => resolve({ kind: 'no-answer' }));
      });
      asking.on('error', (error) => resolve(explain(error)));
      asking.on('socket', (socket) => {
        socket.on('connect', () => {
          // Whatever looked the name up, what was connected to is looked at before anything is said.
          if (!isOpen(socket.remoteAddress ?? '')) asking.destroy(new ClosedAddress());
        });
      });
      asking.end();
    });
  }
}

/** The name led behind a wall. */
class ClosedAddress extends Error {
  readonly code = 'private-address';
}

/** What a status says without its content; `null` where the content counts. */
function kindOf(status: number): ProofFile | null {
  if (status === 200) return null;
  if (status >= 300 && status < 400) return { kind: 'moved' };
  return status >= 500 || status === 429 ? { kind: 'no-answer' } : { kind: 'none' };
}

/** Reads as much as a proof may be long, and no more, however much comes. */
async function readSome(answer: AsyncIterable<Buffer> & { destroy: () => unknown }): Promise<ProofFile> {
  let read = Buffer.alloc(0);
  for await (const piece of answer) {
    read = Buffer.concat([read, piece.subarray(0, MOST_FILE_BYTES - read.length)]);
    if (read.length >= MOST_FILE_BYTES) break;
  }
  answer.destroy();
  return { kind: 'found', text: read.toString('utf8') };
}

function explain(error: Error): ProofFile {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'private-address') return { kind: 'closed-address' };
  return /CERT|SIGNATURE|SELF_SIGNED|ISSUER|ALTNAME/.test(code) ? { kind: 'certificate' } : { kind: 'no-answer' };
}
