import * as z from 'zod';
import { PROFILE_CATEGORIES } from '../category';
import { DECISION_OBSTACLES } from '../decisions/decision';
import { GRANT_MODES, GRANTED_ROLES } from '../grant';
import { ORGANIZATION_PURPOSES } from '../purpose';

const moment = () => z.string().meta({ format: 'date-time' });
const effect = () => z.object({ mode: z.enum(GRANT_MODES), purposes: z.array(z.enum(ORGANIZATION_PURPOSES)) });

/** A role that is to see more, and waits for somebody who does not gain from it. */
export const wideningView = z
  .object({
    id: z.string(),
    role: z.enum(GRANTED_ROLES),
    category: z.enum(PROFILE_CATEGORIES),
    from: effect(),
    to: effect(),
    requestedAt: moment(),
    requestedBy: z.object({ memberId: z.string(), number: z.int().nullable(), self: z.boolean() }),
    settlesAt: moment().describe('From then on silence has refused it; where nobody may decide, it takes force then.'),
    alone: z.boolean().describe('Nobody may decide it: whoever may object has until then.'),
    may: z.object({ approve: z.boolean(), refuse: z.boolean().describe('Whoever asked for it takes it back.') }),
    obstacle: z.enum(DECISION_OBSTACLES).nullable().describe('What keeps whoever asks from approving, where they decide such things at all.'),
  })
  .meta({ id: 'StandingGrantWidening' });

/** A role that is to see more. */
export type WideningView = z.infer<typeof wideningView>;

/** `POST .../standing-grants/widenings/:wideningId/approval` and `.../refusal`: nothing is to be said. */
export const decidingWidening = z.strictObject({}).meta({ id: 'DecidingWidening' });
