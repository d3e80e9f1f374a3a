import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageHeader } from '@smartpar/platform/ui';

/**
 * The console's own privacy notice: what it keeps, why, for how long, and whom to ask.
 * @see GDPR Art. 13
 */
@Component({
  selector: 'sp-privacy-notice',
  imports: [PageHeader, RouterLink, TranslocoPipe],
  templateUrl: './privacy-notice.html',
  styleUrl: './privacy-notice.scss',
})
export class PrivacyNotice {
  protected readonly sections = ['who', 'account', 'questions', 'device', 'logs', 'others', 'rights'] as const;
}
