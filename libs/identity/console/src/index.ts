export * from './identity.routes';
