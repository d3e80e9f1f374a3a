import { Injectable } from '@nestjs/common';
import passport from 'passport';
import CustomStrategy from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import { CheckPassword, type PasswordCheck } from './check-password';
import { FindSession } from './find-session';
import type { SessionRow } from './session.entity';

/** What a strategy sees of a request: never the request itself, so that passport adds nothing to it. */
interface Presented {
  readonly body?: { readonly email: string; readonly password: string };
  readonly cookie?: string | undefined;
}

type Middleware = (request: Presented, response: object, next: (error: unknown) => void) => void;

/**
 * The ways to show who one is, as passport strategies: `password` at the door, `session` ever after. Each application has
 * its own passport: two in one process do not share strategies.
 */
@Injectable()
export class SignInPassport {
  private readonly passport = new passport.Passport();

  constructor(check: CheckPassword, sessions: FindSession) {
    this.passport.use(
      'password',
      new LocalStrategy({ usernameField: 'email', passwordField: 'password', session: false }, (email, password, done) => {
        check.run(email, password).then((found) => done(null, found), done);
      }),
    );
    this.passport.use(
      'session',
      new CustomStrategy((request, done) => {
        const { cookie } = request as Presented; // as: the strategy is only ever handed what bySession presents
        sessions.byCookie(cookie).then((session) => done(null, session ?? false), done);
      }),
    );
  }

  /** Checks an address and a password. */
  async byPassword(email: string, password: string): Promise<PasswordCheck> {
    const found = await this.authenticate<PasswordCheck>('password', { body: { email, password } });
    return found ?? { account: null, accountId: null };
  }

  /** Finds the session of a cookie. */
  bySession(cookie: string | undefined): Promise<SessionRow | null> {
    return this.authenticate<SessionRow>('session', { cookie });
  }

  private authenticate<U>(strategy: string, presented: Presented): Promise<U | null> {
    return new Promise((resolve, reject) => {
      const settle = (error: Error | null, user?: U | false | null) => (error ? reject(error) : resolve(user || null));
      const middleware = this.passport.authenticate(strategy, { session: false }, settle) as Middleware; // as: its typings leave open which framework it serves
      middleware(presented, {}, reject);
    });
  }
}
