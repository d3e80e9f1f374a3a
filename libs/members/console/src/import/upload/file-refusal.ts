import { MAX_IMPORT_BYTES } from '@smartpar/members/model';
import { Problem } from '@smartpar/platform/ui';

/** How the names of files end that no CSV file has, by what they are. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\.(xlsx?|xlsm|xlsb|ods|numbers)$/i, 'member-import.spreadsheet'],
  [/\.(pdf|docx?|odt|zip|png|jpe?g|gif|heic)$/i, 'member-import.not_text'],
];

/** Why a file need not be sent, since it would be refused; `null` where only the server can tell. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): Problem | null {
  const code = codeOf(name, size);
  return code === null ? null : new Problem({ status: 422, code, detail: '' });
}

function codeOf(name: string, size: number): string | null {
  const kind = KINDS.find(([ending]) => ending.test(name));
  if (kind !== undefined) return kind[1];
  if (size === 0) return 'member-import.empty';
  return size > MAX_IMPORT_BYTES ? 'member-import.too_large' : null;
}
