import { inject } from '@angular/core';
import type { CanActivateFn, Route } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { Language, type RoomTexts } from './language';

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
