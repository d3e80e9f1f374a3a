export * from './examples';
export * from './imports';
export * from './usage';
export * from './lives';
