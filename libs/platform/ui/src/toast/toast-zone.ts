import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { Toasts } from './toasts';

/** The place at the bottom of the screen where toasts appear. */
@Component({
  selector: 'sp-toast-zone',
  imports: [Icon, TranslocoPipe],
  templateUrl: './toast-zone.html',
  styleUrl: './toast-zone.scss',
  host: { role: 'status', '(mouseenter)': 'toasts.pause()', '(mouseleave)': 'toasts.resume()', '(focusin)': 'toasts.pause()', '(focusout)': 'toasts.resume()' },
})
export class ToastZone {
  protected readonly toasts = inject(Toasts);
}
