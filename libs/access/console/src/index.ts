export * from './abilities/abilities';
export * from './access-texts';
export * from './can/can-directive';
export * from './can/can-pipe';
export * from './guards/guards';
export * from './session/account-language';
export * from './session/session';
export * from './session/session-facts';
