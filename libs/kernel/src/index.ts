export * from './domain-error';
export * from './html-text';
export * from './ids';
export * from './page';
export * from './time';
