/**
 * SQL that tells whether a look is kept from the one whose data it was.
 * @param look alias of its row
 * @param at parameter with the moment
 */
export const isHeldBack = (look: string, at: string): string => `
  exists (select from ledger_delays d where d.organization_id = ${look}.organization_id and d.entry_id = ${look}.id
    and (d.state = 'requested' and d.lapses_at > ${at}::timestamptz or d.state = 'approved' and d.until > ${at}::timestamptz))`;
