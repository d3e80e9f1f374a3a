import { codeAt, secretOfText } from '@smartpar/identity/api';
import type { FakeTime } from '@smartpar/kernel';
import type { Answer, Browser } from './browser';

/** Seconds after which an app shows the next code. */
const STEP_SECONDS = 30;

/** An authenticator app that holds one secret and goes by the spec's own time. */
export class Authenticator {
  constructor(
    private readonly secret: string,
    private readonly time: FakeTime,
  ) {}

  /** The code it shows now, or so many steps from now. */
  code(steps = 0): string {
    return codeAt(secretOfText(this.secret), Math.floor(this.time.now().epochMilliseconds / 1000) + steps * STEP_SECONDS);
  }

  /** Waits until it shows the next code. */
  next(): string {
    this.time.advance({ seconds: STEP_SECONDS });
    return this.code();
  }
}

/** A second factor that was set up, with what its holder wrote down. */
export interface HeldFactor {
  readonly app: Authenticator;
  readonly recoveryCodes: readonly string[];
  /** what the server answered to the first code */
  readonly answer: Answer;
}

/** Takes a new secret into an app, without giving a code yet. */
export async function prepared(browser: Browser, time: FakeTime): Promise<Authenticator> {
  const { status, body } = await browser.post('/api/account/second-factor/preparation', {});
  if (status !== 201) throw new Error(`preparing was answered with ${status}`);
  return new Authenticator(body.secret, time);
}

/** Sets a second factor up, as the page does: a secret, then its first code. */
export async function setUpFactor(browser: Browser, time: FakeTime, more: { endOtherSessions?: boolean } = {}): Promise<HeldFactor> {
  const app = await prepared(browser, time);
  const answer = await browser.put('/api/account/second-factor', { code: app.code(), ...more });
  if (answer.status !== 200) throw new Error(`the first code was answered with ${answer.status}`);
  return { app, recoveryCodes: answer.body.recoveryCodes, answer };
}
