import { request, type RequestOptions } from 'node:https';
import { publicLookup } from './public-lookup';
import { isPublicAddress, isWebhookUrl } from './reachable';

/** How long one webhook may take, in milliseconds. */
const PATIENCE = 10_000;

/** A webhook as it leaves. */
export interface LeavingWebhook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A webhook was not taken. */
export class NotTaken extends Error {
  /** @param code what went wrong, for whoever set it up: a status such as `503`, or `timeout`, `refused`, `unknown-name`, `private-address`, `certificate`, `unreachable` */
  constructor(
    readonly code: string,
    cause?: unknown,
  ) {
    super(`not taken: ${code}`, { cause });
  }
}

/** Whatever takes webhooks away. */
export abstract class WebhookCarrier {
  /** Hands one over. @throws {NotTaken} where it was not answered with a status from 200 to 299 */
  abstract carry(webhook: LeavingWebhook): Promise<void>;
}

/** How webhooks leave. */
export interface HttpsCarrierOptions {
  /** whether they may go to machines behind this server's own wall */
  readonly toPrivate: boolean;
  /** authorities to trust besides the usual ones, in PEM */
  readonly ca?: string;
}

/** Hands webhooks over by HTTPS. It follows nobody elsewhere, reads no answer, and goes only to the very address it has looked at. */
export class HttpsCarrier extends WebhookCarrier {
  constructor(private readonly options: HttpsCarrierOptions) {
    super();
  }

  override carry({ url, headers, body }: LeavingWebhook): Promise<void> {
    if (!isWebhookUrl(url, this.options.toPrivate)) return Promise.reject(new NotTaken('private-address'));
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'SmartPAR' },
      signal: AbortSignal.timeout(PATIENCE),
      agent: false,
      ...(this.options.ca !== undefined && { ca: this.options.ca }),
      ...(!this.options.toPrivate && { lookup: publicLookup }),
    };
    return new Promise((resolve, reject) => {
      const sending = request(url, options, (answer) => {
        answer.destroy();
        const status = answer.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve();
        else reject(new NotTaken(String(status)));
      });
      sending.on('error', (error) => reject(error instanceof NotTaken ? error : new NotTaken(codeOf(error), error)));
      sending.on('socket', (socket) => {
        // A number in place of a name is not looked up, so it is looked at here, before anything is said.
        socket.on('connect', () => {
          if (!this.options.toPrivate && !isPublicAddress(socket.remoteAddress ?? '')) sending.destroy(new NotTaken('private-address'));
        });
      });
      sending.end(body);
    });
  }
}

const CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknown-name',
  EAI_AGAIN: 'unknown-name',
  ABORT_ERR: 'timeout',
  ETIMEDOUT: 'timeout',
  'private-address': 'private-address',
};

function codeOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error.name === 'TimeoutError') return 'timeout';
  return CODES[code] ?? (/CERT|SIGNATURE|SELF_SIGNED|ISSUER|ALTNAME/.test(code) ? 'certificate' : 'unreachable');
}
