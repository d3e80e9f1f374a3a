import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { SignUndertaking } from '../../undertaking/sign-undertaking/sign-undertaking';

/** Shows what is promised before looking at others' data, by itself. Opened with the organization's id; closes with `signed`. */
@Component({
  selector: 'sp-sign-undertaking-dialog',
  imports: [SignUndertaking],
  template: `<sp-sign-undertaking [organizationId]="organizationId" (signed)="dialog.close('signed')" (declined)="dialog.close()" />`,
})
export class SignUndertakingDialog {
  protected readonly organizationId = inject<string>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<'signed'>>(DialogRef);
}
