import { DOCUMENT, inject } from '@angular/core';
import { RedirectCommand, Router, type NavigationError } from '@angular/router';
import { UNREACHABLE_ADDRESS } from '@smartpar/access/console';
import { Drafts } from '@smartpar/platform/ui';
import { Reload } from './reload';

const TRIED = 'lost-page';

/**
 * A page whose code cannot be fetched: after an update of the server its old name is gone, so the address is loaded anew,
 * once; where that does not help, and without a connection, the console says that the server does not answer.
 * @returns what is shown in the place of the page, nothing while the address loads
 */
export function recoverLostPage({ url }: NavigationError): RedirectCommand | undefined {
  const drafts = inject(Drafts);
  const online = inject(DOCUMENT).defaultView?.navigator.onLine ?? true;
  if (online && drafts.read(TRIED, { address: '' }).address !== url) {
    drafts.write(TRIED, { address: url });
    inject(Reload).at(url);
    return undefined;
  }
  drafts.write(TRIED, { address: '' });
  return new RedirectCommand(inject(Router).parseUrl(UNREACHABLE_ADDRESS), { browserUrl: url });
}
