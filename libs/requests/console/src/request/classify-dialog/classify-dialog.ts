import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Abilities } from '@smartpar/access/console';
import { Api, Control, DialogFrame, Field, Language, ProblemNote, Toasts, apiAddress, sending } from '@smartpar/platform/ui';
import { REQUEST_KINDS, type RequestAct, type RequestKind } from '@smartpar/requests/model';
import type { AssignableMembers } from '../../answers';
import { RequestWords } from '../../words/request-words';

/** Which request is classified, and what it is so far. */
export interface ClassifyTopic {
  readonly organizationId: string;
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly aboutMemberId: string | null;
}

/** Says what a request really is. Its clock is computed again; closes with `true` when that was done. */
@Component({
  selector: 'sp-classify-dialog',
  imports: [Control, DialogFrame, Field, FormField, MatButton, ProblemNote, TranslocoPipe],
  templateUrl: './classify-dialog.html',
})
export class ClassifyDialog {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly words = inject(RequestWords);
  private readonly topic = inject<ClassifyTopic>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<boolean>>(DialogRef);
  private readonly mayAssign = inject(Abilities).can('assign', 'privacy-request');

  protected readonly kinds = REQUEST_KINDS;
  protected readonly form = form(signal<{ kind: string; aboutMemberId: string }>({ kind: this.topic.kind, aboutMemberId: this.topic.aboutMemberId ?? '' }));
  protected readonly members = httpResource<AssignableMembers>(() =>
    this.mayAssign ? apiAddress(`/organizations/${this.topic.organizationId}/members/assignable`) : undefined,
  );
  protected readonly change = sending(this.form, ({ kind, aboutMemberId }, act) =>
    this.api.post<RequestAct>(
      `/organizations/${this.topic.organizationId}/requests/${this.topic.requestId}/classification`,
      { kind, ...(this.mayAssign && { aboutMemberId: kind === 'complaint' && aboutMemberId !== '' ? aboutMemberId : null }) },
      act,
    ),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if ((await this.change.send()) === undefined) return;
    this.toasts.show(this.language.say('requests.request.done.classified'));
    this.dialog.close(true);
  }
}
