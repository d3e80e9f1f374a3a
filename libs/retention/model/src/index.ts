export * from './holds/hold.access';
export * from './holds/hold.contract';
export * from './period/period.access';
export * from './period/period.contract';
export * from './retention.access';
export * from './retention.errors';
