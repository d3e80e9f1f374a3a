export * from './loop';
export * from './due-work';
export * from './perform-due-work';
export * from './periodic';
export * from './queue';
export * from './tables';
