import { Component, computed, input } from '@angular/core';

/** An e-mail address that breaks, where it must, behind its @. */
@Component({ selector: 'sp-address', template: '{{ local() }}<wbr />{{ domain() }}' })
export class Address {
  readonly of = input.required<string>();

  private readonly end = computed(() => this.of().lastIndexOf('@') + 1);
  protected readonly local = computed(() => this.of().slice(0, this.end()));
  protected readonly domain = computed(() => this.of().slice(this.end()));
}
