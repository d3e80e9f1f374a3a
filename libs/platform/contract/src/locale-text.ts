import * as z from 'zod';
import { LOCALES } from './locale';

/** A language the product speaks, in a message. */
export const locale = () => z.enum(LOCALES);
