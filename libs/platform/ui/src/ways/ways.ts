import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { openAddress } from './open-address';

/** A way to one page of a part of the product, or to several that belong together. */
export interface Way {
  /** where it leads: `/org/o1/settings/profile` */
  readonly address: string;
  /** text key */
  readonly label: string;
  /** the addresses of all pages it stands for; without them, the one it leads to */
  readonly among?: readonly string[];
}

/** The ways through a part of the product, above whichever of its pages is open. With the class `beneath` they are those below another's. */
@Component({
  selector: 'sp-ways',
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './ways.html',
  styleUrl: './ways.scss',
})
export class Ways {
  private readonly here = openAddress();

  /** what they lead through, in the reader's language */
  readonly label = input.required<string>();
  readonly ways = input.required<readonly Way[]>();

  /** the address of the way whose page is open */
  protected readonly current = computed(() => this.ways().find((way) => leadsTo(way, this.here()))?.address);
}

/** Whether a way stands for the page that is open, or for one below it. */
export function leadsTo({ address, among = [address] }: Way, url: string): boolean {
  const [path = ''] = url.split(/[?#]/);
  return among.some((page) => path === page || path.startsWith(`${page}/`));
}
