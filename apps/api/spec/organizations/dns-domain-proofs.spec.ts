import { createSocket, type Socket } from 'node:dgram';
import { DnsDomainProofs } from '@smartpar/organizations/api';

/** Answers as a name server does (RFC 1035): the question comes back with records or a code. */
class TinyNameServer {
  private readonly socket: Socket = createSocket('udp4');
  /** text records by name; a name that is absent does not exist, an empty list has none */
  readonly texts = new Map<string, readonly string[]>();
  silent = false;

  async start(): Promise<string> {
    this.socket.on('message', (question, from) => {
      if (!this.silent) this.socket.send(this.answer(question), from.port, from.address);
    });
    await new Promise<void>((resolve) => {
      this.socket.bind(0, '127.0.0.1', resolve);
    });
    return `127.0.0.1:${this.socket.address().port}`; // as: UDP sockets have no path
  }

  stop(): void {
    this.socket.close();
  }

  private answer(question: Buffer): Buffer {
    const end = question.indexOf(0, 12) + 5;
    const known = this.texts.get(nameIn(question));
    const isText = question.readUInt16BE(end - 4) === 16;
    const texts = isText ? (known ?? []) : [];
    const header = Buffer.from(question.subarray(0, 12));
    header.writeUInt16BE(0x8180 | (known === undefined ? 3 : 0), 2);
    header.writeUInt16BE(texts.length, 6);
    header.writeUInt32BE(0, 8);
    return Buffer.concat([header, question.subarray(12, end), ...texts.map(textRecord)]);
  }
}

function nameIn(question: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; question[at]; at += (question[at] ?? 0) + 1) labels.push(question.toString('ascii', at + 1, at + 1 + (question[at] ?? 0)));
  return labels.join('.').toLowerCase();
}

/** A record of class IN and type TXT, its text in strings of at most 255 bytes. */
function textRecord(text: string): Buffer {
  const strings = (text.match(/.{1,255}/g) ?? []).flatMap((part) => [Buffer.from([part.length]), Buffer.from(part)]);
  const data = Buffer.concat(strings);
  const head = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

const server = new TinyNameServer();
let proofs: DnsDomainProofs;

beforeAll(async () => {
  proofs = new DnsDomainProofs([await server.start()]);
});

afterAll(() => server.stop());

it('reads what is published, long texts in one piece', async () => {
  const long = `smartpar-verification=${'a'.repeat(300)}`;
  server.texts.set('_smartpar.larkspur.example', ['v=spf1 -all', long]);
  expect(await proofs.textRecordsAt('_smartpar.larkspur.example')).toEqual({ kind: 'found', values: ['v=spf1 -all', long] });
});

it('tells a missing record from a missing domain', async () => {
  server.texts.set('pebble.example', []);
  server.texts.set('_smartpar.fern.example', []);
  expect(await proofs.textRecordsAt('_smartpar.pebble.example')).toEqual({ kind: 'none' });
  expect(await proofs.textRecordsAt('_smartpar.fern.example')).toEqual({ kind: 'none' });
  expect(await proofs.textRecordsAt('_smartpar.nowhere.example')).toEqual({ kind: 'no-domain' });
});

it('does not wait for ever', async () => {
  server.silent = true;
  expect(await proofs.textRecordsAt('_smartpar.larkspur.example')).toEqual({ kind: 'no-answer' });
});
