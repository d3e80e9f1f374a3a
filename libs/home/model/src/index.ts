export * from './waiting-item';
export * from './waiting-item.access';
export * from './waiting.contract';
