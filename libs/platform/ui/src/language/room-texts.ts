import { inject } from '@angular/core';
import type { CanActivateFn, Route } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import type { Locale } from '@smartpar/platform/contract';
import { Language } from './language';
import type { Texts } from './ui-texts';

/** The texts of one room: the first word of their keys, and where each language comes from. */
export interface RoomTexts {
  readonly scope: string;
  readonly loader: Readonly<Record<Locale, () => Promise<Texts>>>;
}

/**
 * Makes a route bring the texts of its room before it shows anything: else a slow connection would show keys and
 * nameless fields first. Spread it into the outermost route of the room.
 */
export const speaking = (texts: RoomTexts): Pick<Route, 'providers' | 'canActivate'> => {
  const bring: CanActivateFn = async () => {
    await inject(Language).bring(texts);
    return true;
  };
  return { providers: [provideTranslocoScope(texts)], canActivate: [bring] };
};
