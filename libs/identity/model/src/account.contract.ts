import { locale } from '@smartpar/platform/contract';
import * as z from 'zod';

/** `GET /account`: what is kept of the account of whoever is signed in, in clear, since it is their own. */
export const accountView = z
  .object({ email: z.string().describe('What they sign in with.'), name: z.string().nullable(), locale: locale(), createdAt: z.iso.datetime() })
  .meta({ id: 'Account' });

/** What is kept of an account, as its holder sees it. */
export type AccountView = z.infer<typeof accountView>;
