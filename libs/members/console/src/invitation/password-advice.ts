import type { Type } from '@angular/core';

/** What others know about a person who chooses a password: a good one is made of none of it. */
export interface KnownOfPerson {
  readonly email: string;
  readonly name: string;
  readonly organizationNames: readonly string[];
}

/**
 * What says, while a password is being typed, how hard it is to guess. Passwords are another room's: the app binds this to
 * what that room has for it.
 */
export abstract class PasswordAdvice {
  /** @returns a component with the inputs `password` (a text) and `own` (`KnownOfPerson`), its texts at hand */
  abstract load(): Promise<Type<unknown>>;
}
