export * from './domain-error';
export * from './ids';
export * from './page';
export * from './time';
