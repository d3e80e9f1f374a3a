import { obstacleToConfirm, obstacleToReview } from '@smartpar/access/model';
import type { ItemRow, PanelRow, ReviewRow } from './review-row';

/** Things nothing keeps apart as far as answering goes, and how many they are. */
export interface OpenItems extends Pick<ItemRow, 'concerned' | 'verdict' | 'decidedBy' | 'confirmed'> {
  readonly count: number;
}

/** For how many things each of the panel may still answer or confirm; those who may for none are left out. */
export function openFor(open: readonly OpenItems[], panel: readonly PanelRow[], { stages }: Pick<ReviewRow, 'stages'>): ReadonlyMap<string, number> {
  const counts = panel.map(({ memberId }): [string, number] => [
    memberId,
    open.reduce((sum, item) => {
      const answers = item.verdict === null && obstacleToReview(item, panel, memberId) === null;
      const confirms = stages === 2 && obstacleToConfirm(item, panel, memberId) === null;
      return answers || confirms ? sum + item.count : sum;
    }, 0),
  ]);
  return new Map(counts.filter(([, count]) => count > 0));
}
