import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '@smartpar/access/console';
import { PageHeader } from '@smartpar/platform/ui';
import { SecondFactor } from '../second-factor/second-factor';
import { ChangePassword } from './change-password';
import { ChooseLanguage } from './choose-language';

/** One's own account: the language of screens and mails, the password, and the second factor. */
@Component({
  selector: 'sp-account',
  imports: [ChangePassword, ChooseLanguage, PageHeader, SecondFactor, TranslocoPipe],
  templateUrl: './account.html',
  styleUrl: './account.scss',
})
export class Account {
  private readonly session = inject(Session);
  protected readonly email = computed(() => this.session.facts()?.account.email ?? '');
}
