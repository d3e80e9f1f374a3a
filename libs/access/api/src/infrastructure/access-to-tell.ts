import type { InfrastructureAccessKind } from '@smartpar/access/model';

/** Access to the machines, as it is told. */
export interface AccessToTell {
  readonly id: string;
  readonly kind: InfrastructureAccessKind;
  readonly from: string;
  readonly until: string;
  readonly words: string;
}
