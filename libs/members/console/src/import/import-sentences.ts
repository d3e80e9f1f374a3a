/** What the server refuses about imports, in this console's own words: text keys by code. */
export const IMPORT_SENTENCES: Readonly<Record<string, string>> = {
  unreachable: 'members.import.refused.unreachable',
  'member-import.too_large': 'members.import.refused.tooLarge',
  'member-import.empty': 'members.import.refused.empty',
  'member-import.no_lines': 'members.import.refused.noLines',
  'member-import.spreadsheet': 'members.import.refused.spreadsheet',
  'member-import.not_text': 'members.import.refused.notText',
  'member-import.no_file': 'members.import.refused.incomplete',
  'member-import.incomplete': 'members.import.refused.incomplete',
  'member-import.another_open': 'members.import.refused.anotherOpen',
  'member-import.state_forbids': 'members.import.refused.stateForbids',
  'member-import.has_faults': 'members.import.refused.hasFaults',
  'member-import.nothing_to_do': 'members.import.refused.nothing',
  'member-import.columns_differ': 'members.import.refused.columnsDiffer',
  'member-import.checked_meanwhile': 'members.import.refused.checkedMeanwhile',
};
