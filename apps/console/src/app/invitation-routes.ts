import type { Routes } from '@angular/router';

/** `/invitation`: the members' page, with what says of a new password how good it is, which is another room's. */
export async function invitationRoutes(): Promise<Routes> {
  const [members, identity] = await Promise.all([import('@smartpar/members/console'), import('@smartpar/identity/console')]);
  return [{ path: '', providers: [{ provide: members.PasswordAdvice, useExisting: identity.PasswordMeterSource }], children: members.invitationRoutes }];
}
