import { Injectable } from '@nestjs/common';
import { SessionSource, type SignedInAccount } from '@smartpar/access/api';
import { SignInPassport } from './sign-in-passport';

/** Tells the guard who a session cookie belongs to. */
@Injectable()
export class PassportSessionSource extends SessionSource {
  constructor(private readonly passport: SignInPassport) {
    super();
  }

  override async authenticate(cookie: string | undefined): Promise<SignedInAccount | null> {
    const session = await this.passport.bySession(cookie);
    return (
      session && {
        accountId: session.accountId,
        sessionId: session.id,
        freshUntil: session.freshUntil,
        proof: { factorSince: session.factorSince, onlyIn: session.onlyIn, provedAt: session.provedAt },
      }
    );
  }
}
