import * as z from 'zod';

/** An instant in an answer: RFC 3339 in UTC. Not parsed again on its way out; the server made it. */
export const instantText = () => z.string().meta({ format: 'date-time' });
