import { PROFILE_CATEGORIES } from '@smartpar/access/model';
import { LOCALES } from '@smartpar/platform/contract';
import { exportColumns, exportHeading } from './export-heading';
import { suggestFields } from './import-heading';

describe('the headings of an export', () => {
  it('name what everybody may know, and then what is shown', () => {
    expect(exportColumns([])).toEqual(['number', 'status', 'site', 'roles']);
    expect(exportColumns(['user.contact.phone_number.work'])).toEqual(['number', 'status', 'site', 'roles', 'phone']);
  });

  it.each(LOCALES)('are taken for the same by an import: %s', (locale) => {
    const columns = exportColumns(PROFILE_CATEGORIES);
    const fields = suggestFields(
      columns.map((column) => exportHeading(column, locale)),
      new Map(),
    ).map(({ field }) => field);
    const usual = [null, null, 'site', null, 'firstName', 'lastName', null, 'email', 'phone'];
    expect(fields).toEqual([...usual, ...columns.slice(usual.length).map(() => null)]);
  });
});
