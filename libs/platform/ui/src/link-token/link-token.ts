import { Injector, afterNextRender, computed, inject, signal, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Drafts } from '../draft/draft';

/** The token of a private link, kept while the tab is open. */
export interface LinkToken {
  /** `null` where the page was opened without one */
  readonly value: Signal<string | null>;
  /** the same for a resource, whose every opening is one of its own: the same link opened once more is read once more */
  readonly opened: Signal<{ readonly token: string } | undefined>;
  /** Keeps it once more, after signing out has forgotten everything. */
  readonly keepOn: () => void;
  /** Keeps it no longer: it has been used. What is shown stays. */
  readonly forget: () => void;
}

/**
 * Takes the token out of a link's fragment (`#t=...`): it leaves the address bar at once, never reaches a server's log,
 * and survives a reload of the page. Call it where a component's fields are made.
 * @param purpose what the link opens, such as `follow`
 */
export function linkToken(purpose: string): LinkToken {
  const drafts = inject(Drafts);
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const injector = inject(Injector);
  const name = `link:${purpose}`;
  const kept = drafts.read(name, { token: '' });
  const opened = signal(kept.token === '' ? undefined : kept);
  const keep = (token: string): void => {
    drafts.write(name, { token });
    opened.set({ token });
  };

  const clearAddress = (): void => void router.navigate([], { relativeTo: route, queryParamsHandling: 'preserve', replaceUrl: true });

  route.fragment.pipe(takeUntilDestroyed()).subscribe((fragment) => {
    if (fragment === null) return;
    const token = new URLSearchParams(fragment).get('t');
    if (token !== null && token !== '') keep(token);
    afterNextRender(clearAddress, { injector });
  });

  return {
    value: computed(() => opened()?.token ?? null),
    opened: opened.asReadonly(),
    keepOn: () => drafts.write(name, { token: opened()?.token ?? '' }),
    forget: () => drafts.write(name, { token: '' }),
  };
}
