export * from './provide-abilities';
export * from './provide-session';
