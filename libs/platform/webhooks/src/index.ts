export * from './deliver-webhooks';
export * from './https-carrier';
export * from './outbox';
export * from './reachable';
export * from './signature';
export * from './tables';
