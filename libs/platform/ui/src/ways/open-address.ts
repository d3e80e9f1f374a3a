import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/** The address that is open, with whatever follows its path. Asked for while something is made. */
export function openAddress(): Signal<string> {
  const router = inject(Router);
  const opened = router.events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map((event) => event.urlAfterRedirects),
  );
  return toSignal(opened, { initialValue: router.url });
}
