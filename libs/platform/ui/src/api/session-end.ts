import { Injectable, inject, signal } from '@angular/core';
import { Router } from '@angular/router';

/** Pages behind the sign-in. */
const BEHIND_SIGN_IN = /^\/(?:my|org|oversight)(?:[/?#]|$)/;

/** What happens when the server no longer knows who is asking: off to sign in, and back afterwards. */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  private readonly router = inject(Router);
  private readonly counted = signal(0);

  /** Grows by one each time a session turns out to have ended. */
  readonly times = this.counted.asReadonly();

  /** Leads to the sign-in page, which leads back here. */
  happened(): void {
    this.counted.update((times) => times + 1);
    if (this.router.url.startsWith('/sign-in')) return;
    void this.router.navigate(['/sign-in'], { queryParams: { return: this.router.url } });
  }

  /** Somebody signed out, or somebody else signed in, in another tab: no page of theirs stays here, and nobody is led back to it. */
  elsewhere(): void {
    if (BEHIND_SIGN_IN.test(this.router.url)) void this.router.navigateByUrl('/');
  }
}
