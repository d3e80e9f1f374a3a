import { hash } from 'node:crypto';
import { canonicalText, type RecordedEntry } from '@smartpar/audit/model';

/**
 * The hash an entry is sealed by: of a zero byte and its canonical bytes.
 * @see RFC 6962 section 2.1
 */
export const leafOf = (entry: RecordedEntry): Buffer => hash('sha256', `\0${canonicalText(entry)}`, 'buffer');
