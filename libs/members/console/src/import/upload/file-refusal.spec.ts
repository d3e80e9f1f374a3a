import { MAX_IMPORT_BYTES } from '@smartpar/members/model';
import { refusalOf } from './file-refusal';

it.each([
  ['people.xlsx', 10, 'member-import.spreadsheet'],
  ['people.ODS', 10, 'member-import.spreadsheet'],
  ['people.numbers', 10, 'member-import.spreadsheet'],
  ['people.pdf', 10, 'member-import.not_text'],
  ['people.csv', 0, 'member-import.empty'],
  ['people.csv', MAX_IMPORT_BYTES + 1, 'member-import.too_large'],
  ['people.csv', MAX_IMPORT_BYTES, undefined],
  ['people', 10, undefined],
])('%s of %d bytes is refused before it is sent as: %s', (name, size, code) => {
  expect(refusalOf({ name, size })?.code).toBe(code);
});
