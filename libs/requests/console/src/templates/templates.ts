import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { CanDirective } from '@smartpar/access/console';
import {
  Api,
  DayPipe,
  Dialogs,
  EmptyState,
  Formats,
  Icon,
  Language,
  PageHeader,
  Pending,
  ProblemNote,
  Toasts,
  apiAddress,
  problemOf,
  type Problem,
} from '@smartpar/platform/ui';
import type { TemplateView } from '@smartpar/requests/model';
import type { TemplateList } from '../answers';
import { TemplateDialog, type TemplateTopic } from './template-dialog/template-dialog';

/** The texts an organization keeps for its answers. */
@Component({
  selector: 'sp-templates',
  imports: [CanDirective, DayPipe, EmptyState, Icon, MatButton, PageHeader, Pending, ProblemNote, TranslocoPipe],
  templateUrl: './templates.html',
  styleUrl: './templates.scss',
})
export class Templates {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly formats = inject(Formats);

  readonly organizationId = input.required<string>();

  protected readonly problem = signal<Problem | null>(null);
  protected readonly templates = httpResource<TemplateList>(() => apiAddress(this.path()));

  protected async write(template: TemplateView | null): Promise<void> {
    const kept = await this.dialogs.open<boolean, TemplateTopic>(TemplateDialog, { path: this.path(), template });
    if (kept === true) this.templates.reload();
  }

  /** Takes a text away; putting it back is one press. */
  protected async remove({ id, title, language, text, kind }: TemplateView): Promise<void> {
    if (await this.try(() => this.api.delete(`${this.path()}/${id}`))) {
      this.toasts.show(this.language.say('requests.templates.removed'), () => void this.try(() => this.api.post(this.path(), { title, language, text, kind })));
    }
  }

  private async try(act: () => Promise<unknown>): Promise<boolean> {
    this.problem.set(null);
    try {
      await act();
      this.templates.reload();
      return true;
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return false;
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/templates`;
  }
}
