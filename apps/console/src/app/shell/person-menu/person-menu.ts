import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { Icon, Popover, ProblemNote, problemOf, type Problem } from '@smartpar/platform/ui';
import { AppearanceChoices } from '../appearance-choices/appearance-choices';
import { Shortcuts } from '../shortcuts/shortcuts';

/** Who is signed in, their account and sessions, how the console looks and speaks, and the way out. */
@Component({
  selector: 'sp-person-menu',
  imports: [AppearanceChoices, Icon, Popover, ProblemNote, RouterLink, TranslocoPipe],
  templateUrl: './person-menu.html',
  styleUrl: './person-menu.scss',
})
export class PersonMenu {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly problem = signal<Problem | null>(null);

  protected async signOut(): Promise<void> {
    this.problem.set(null);
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/');
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }
}
