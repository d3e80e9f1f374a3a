import { Location } from '@angular/common';
import { afterNextRender, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/**
 * Takes the token out of the address a mailed link brought (`#t=...`) and clears the address bar, so that it stays in
 * neither the history nor a photograph of the screen. It is kept nowhere: whoever reloads opens the mail again.
 * @returns `null` where the page was opened without one
 */
export function fragmentToken(): string | null {
  const location = inject(Location);
  const token = new URLSearchParams(inject(ActivatedRoute).snapshot.fragment ?? '').get('t');
  afterNextRender(() => location.replaceState(location.path()));
  return token || null;
}
