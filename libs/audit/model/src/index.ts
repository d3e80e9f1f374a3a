export * from './audit-entry';
export * from './audit-entry.access';
export * from './audit-entry.contract';
export * from './canonical-json';
export * from './recorded-entry';
export * from './sealed-log.contract';
export * from './sealed-log.errors';
