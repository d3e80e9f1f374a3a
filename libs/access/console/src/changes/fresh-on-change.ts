import { inject } from '@angular/core';
import { freshOnNew } from '@smartpar/platform/ui';
import { Changes } from './changes';

/** Whatever is read from the server. */
interface Rereadable {
  reload(): unknown;
}

/**
 * Has what a page shows read again when what its reader may see has changed, so that what they may see no more goes within a second. Call it
 * where a component's fields are made.
 * @param read a `KeysetList`, an `httpResource`, a `resource`
 */
export const freshOnChange = (read: Rereadable): void => freshOnNew(inject(Changes).count, read);

/** Has something read again when there is something new about a lockbox, in the same way. */
export const freshOnLockbox = (read: Rereadable): void => freshOnNew(inject(Changes).lockboxes, read);
