import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';

/** What the server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** the Set-Cookie lines, as they came */
  readonly cookies: readonly string[];
  /** its shape is what each spec asserts */
  readonly body: ReturnType<typeof JSON.parse>;
  readonly text: string;
}

/** A browser: keeps cookies as browsers do, and says who it is. */
export class Browser {
  readonly jar = new Map<string, string>();
  network = '203.0.113.7';
  userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

  constructor(private readonly app: NestFastifyApplication) {}

  /** The same browser, at another server. */
  at(app: NestFastifyApplication): Browser {
    const same = new Browser(app);
    for (const [name, value] of this.jar) same.jar.set(name, value);
    return same;
  }

  get(url: string): Promise<Answer> {
    return this.send({ method: 'GET', url });
  }

  post(url: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send({ method: 'POST', url, payload: body, headers });
  }

  put(url: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send({ method: 'PUT', url, payload: body, headers });
  }

  delete(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send({ method: 'DELETE', url, headers });
  }

  /** Signs in, on one's own computer unless said otherwise. */
  signIn(email: string, password: string, more: { sharedComputer?: boolean } = {}): Promise<Answer> {
    return this.post('/api/session', { email, password, ...more });
  }

  private async send(request: InjectOptions): Promise<Answer> {
    const unsafe = request.method !== 'GET';
    const answer = await this.app.inject({
      ...request,
      remoteAddress: this.network,
      headers: {
        'user-agent': this.userAgent,
        ...(this.jar.size > 0 && { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(unsafe && { 'idempotency-key': randomUUID() }),
        ...request.headers,
      },
    });
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const cookies = [answer.headers['set-cookie'] ?? []].flat();
    return { status: answer.statusCode, headers: answer.headers, cookies, text: answer.body, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
  }
}
