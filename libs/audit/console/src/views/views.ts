import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LogFilter, LogView, LogViewList } from '@smartpar/audit/model';
import {
  Act,
  Api,
  Control,
  Field,
  type FilterValues,
  Icon,
  Language,
  Popover,
  type Problem,
  ProblemNote,
  problemOf,
  Toasts,
  type UrlFilters,
  apiAddress,
} from '@smartpar/platform/ui';

/** Views of the log: chosen, kept under a name, shared, removed. What a view shows is what the address of the page says. */
@Component({
  selector: 'sp-log-views',
  imports: [Control, Field, Icon, MatButton, Popover, ProblemNote, TranslocoPipe],
  templateUrl: './views.html',
  styleUrl: './views.scss',
})
export class LogViews {
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly act = new Act();

  readonly organizationId = input.required<string>();
  /** the filters of the page */
  readonly filters = input.required<UrlFilters<FilterValues>>();

  protected readonly views = httpResource<LogViewList>(() => apiAddress(this.path()));
  protected readonly known = computed(() => (this.views.hasValue() ? this.views.value().items : []));
  /** the view the page shows at this moment, if it is one that is kept */
  protected readonly shown = computed(() => this.known().find(({ filter }) => sameFilter(filter, this.filters().values())) ?? null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected choose(id: string): void {
    const view = this.known().find((one) => one.id === id);
    if (view === undefined) return this.filters().clear();
    const nothing = Object.fromEntries(Object.keys(this.filters().values()).map((name) => [name, '']));
    this.filters().set({ ...nothing, ...view.filter });
  }

  protected async keep(event: Event, { name, shared, close }: { readonly name: string; readonly shared: boolean; readonly close: () => void }): Promise<void> {
    event.preventDefault();
    if (this.busy() || name.trim() === '') return;
    const filter = filterOf(this.filters().values());
    if (await this.try(() => this.api.post<LogView>(this.path(), { name, filter, shared }, this.act))) {
      close();
      this.toasts.show(this.language.say('audit.view.kept', { name }));
    }
  }

  /** Takes the view away that is shown; putting it back is one press. */
  protected async remove({ id, name, filter, shared, mine }: LogView): Promise<void> {
    if (!(await this.try(() => this.api.delete(`${this.path()}/${id}`)))) return;
    const undo = mine ? () => void this.try(() => this.api.post(this.path(), { name, filter, shared })) : undefined;
    this.toasts.show(this.language.say('audit.view.removed', { name }), undo);
  }

  private async try(work: () => Promise<unknown>): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
      return true;
    } catch (failure) {
      this.problem.set(problemOf(failure));
      return false;
    } finally {
      this.busy.set(false);
      this.views.reload();
    }
  }

  private path(): string {
    return `/organizations/${this.organizationId()}/audit-log/views`;
  }
}

const filterOf = (values: FilterValues): LogFilter => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** Whether a view shows what the page shows; a page that shows everything shows no view. */
function sameFilter(filter: LogFilter, values: FilterValues): boolean {
  const [one, other] = [Object.entries(filter), Object.entries(filterOf(values))];
  return one.length > 0 && one.length === other.length && one.every(([name, value]) => values[name] === value);
}
