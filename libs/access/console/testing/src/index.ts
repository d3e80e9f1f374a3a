export * from './examples';
export * from './provide-abilities';
export * from './provide-session';
export * from './undertaking-examples';
export * from './violation-examples';
export * from '../../src/reveal/masked-value/masked-value.harness';
export * from '../../src/reveal/reveal-dialog/reveal-dialog.harness';
export * from './role-examples';
