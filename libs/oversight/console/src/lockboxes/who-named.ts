import type { LockboxSearch } from '@smartpar/access/model';

const NUMBER = /^m?-?(\d{1,9})$/i;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** Reads a member number or a whole address as somebody types it; `null` for anything else. */
export function whoNamed(text: string): LockboxSearch | null {
  const typed = text.trim();
  const number = NUMBER.exec(typed)?.[1];
  if (number !== undefined && Number(number) > 0) return { number: Number(number) };
  return ADDRESS.test(typed) ? { email: typed } : null;
}
