export * from './attention';
export * from './oversight.access';
export * from './oversight.contract';
export * from './suppression';
