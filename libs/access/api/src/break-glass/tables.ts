import type { TableDeclaration } from '@smartpar/platform/database';
import { CreateBreakGlasses20261126134100 } from '../migrations/20261126134100-create-break-glasses';

/** Migrations of emergencies. */
export const breakGlassMigrations = [CreateBreakGlasses20261126134100] as const;

/** Tables of emergencies. */
export const breakGlassTables: readonly TableDeclaration[] = [
  {
    name: 'break_glasses',
    class: 'tenant',
    reason: 'Emergencies in which somebody looked without asking first, and what others found afterwards.',
    member: [{ column: 'member_id', kind: 'acts', becomes: 'kept', why: 'accountability' }],
  },
];
