import { Component, computed, inject, input, resource } from '@angular/core';
import { Address, Api } from '@smartpar/platform/ui';
import type { OwnRequestView } from '@smartpar/requests/model';

/** The person who answers a part of a question, as its private link tells. Shows nothing where it does not. */
@Component({ selector: 'sp-answering', imports: [Address], templateUrl: './answering.html', styleUrl: './answering.scss' })
export class Answering {
  private readonly api = inject(Api);

  /** opens the part */
  readonly token = input.required<string>();

  private readonly request = resource({
    params: () => this.token(),
    loader: ({ params: token }) => this.api.post<OwnRequestView>('/follow', { token }),
  });
  protected readonly contact = computed(() => (this.request.hasValue() ? (this.request.value().answeredBy?.contact ?? null) : null));
}
