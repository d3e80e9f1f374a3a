export * from './examples';
export * from './imports';
