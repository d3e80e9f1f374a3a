import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the receiving end saw it. */
export interface ReceivedMail {
  readonly to: readonly string[];
  /** headers and body, as they came over the wire */
  readonly raw: string;
}

/** A real mail server on loopback that keeps what it receives, refuses whom it is told to, and knows no password. */
export class TestMailServer {
  readonly received: ReceivedMail[] = [];
  /** SMTP reply code per sender or recipient that is refused */
  readonly refusals = new Map<string, number>();

  private constructor(private readonly server: SMTPServer) {}

  /** Starts one on a free port. */
  static async start(): Promise<TestMailServer> {
    const holder: { mails?: TestMailServer } = {};
    const server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (_auth, _session, done) => done(Object.assign(new Error('refused'), { responseCode: 535 })),
      onMailFrom: ({ address }, _session, done) => done(holder.mails?.refusalOf(address)),
      onRcptTo: ({ address }, _session, done) => done(holder.mails?.refusalOf(address)),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          holder.mails?.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') });
          done();
        });
      },
    });
    await new Promise<void>((resolve, reject) => {
      server.on('error', reject);
      server.listen(0, '127.0.0.1', () => resolve());
    });
    holder.mails = new TestMailServer(server);
    return holder.mails;
  }

  /** Where it listens, as a URL for the carrier. */
  get url(): string {
    const address = this.server.server.address() as AddressInfo; // as: it listens on a port, not on a pipe
    return `smtp://127.0.0.1:${address.port}`;
  }

  private refusalOf(address: string): Error | null {
    const responseCode = this.refusals.get(address);
    return responseCode === undefined ? null : Object.assign(new Error('refused'), { responseCode });
  }

  /** Stops it; mails already received stay readable. */
  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
