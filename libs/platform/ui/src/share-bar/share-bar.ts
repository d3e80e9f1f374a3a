import { Component, computed, input } from '@angular/core';
import { CountPipe } from '../formats/format-pipes';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** One part of a whole: how many, what they are, and how they look. */
export interface Share {
  /** in the reader's language */
  readonly label: string;
  readonly count: number;
  readonly tone: 'good' | 'told' | 'quiet' | 'soon' | 'late';
  readonly icon: IconName;
}

/** How a whole is made up: figures with their words, and a bar that shows the same at a glance. */
@Component({
  selector: 'sp-share-bar',
  imports: [CountPipe, Icon],
  templateUrl: './share-bar.html',
  styleUrl: './share-bar.scss',
})
export class ShareBar {
  readonly shares = input.required<readonly Share[]>();

  protected readonly drawn = computed(() => this.shares().filter(({ count }) => count > 0));
}
