export * from './account';
export * from './identity.errors';
export * from './password';
export * from './password-strength';
export * from './password.contract';
export * from './session';
export * from './session.contract';
export * from './throttle';
