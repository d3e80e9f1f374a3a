export * from './code-text';
export * from './locale';
export * from './locale-text';
export * from './paging';
export * from './text';
export * from './trace-words';
