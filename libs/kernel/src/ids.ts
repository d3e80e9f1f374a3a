import { v7, validate } from 'uuid';

/**
 * Makes a new identifier: a UUID version 7, so that later ids sort after earlier ones.
 * @see RFC 9562 section 5.7
 */
export const newId = (): string => v7();

/** Tells whether a text from outside has the shape of an identifier. */
export const isId = (text: unknown): text is string => typeof text === 'string' && validate(text);
