export * from './locale';
export * from './locale-text';
export * from './paging';
export * from './text';
