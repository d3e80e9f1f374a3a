export * from './identity.routes';
export * from './password-meter/password-meter-source';
