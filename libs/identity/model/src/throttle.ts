/**
 * How long to wait after each failure, in seconds; the last one repeats. No list ends in "never again": whoever knows the
 * password gets in after the wait, and an attempt during a wait does not lengthen it.
 */
export interface Waits {
  /** names what is counted; part of the stored key, so never renamed once landed */
  readonly name: string;
  readonly seconds: readonly number[];
}

/** After failed sign-ins with one address, from devices that never signed in with it. */
export const ADDRESS_WAITS: Waits = { name: 'address', seconds: [0, 0, 0, 0, 5, 15, 30, 60, 120, 300, 600, 900] };

/** After failed sign-ins with one address from a device that did sign in with it before: a stranger's failures do not keep its holder out. */
export const KNOWN_DEVICE_WAITS: Waits = { name: 'device', seconds: [0, 0, 0, 0, 5, 15, 30, 60, 120, 300, 600, 900] };

/** After wrong codes given for one account, once its password was right, from devices that never signed in to it. */
export const CODE_WAITS: Waits = { ...ADDRESS_WAITS, name: 'code' };

/** The same from a device that did sign in before. */
export const KNOWN_DEVICE_CODE_WAITS: Waits = { ...ADDRESS_WAITS, name: 'device-code' };

/** Between links to one account's private address: three at once, then one an hour. */
export const PRIVATE_LINK_WAITS: Waits = { name: 'private-link', seconds: [0, 0, 3600] };

/** After failed sign-ins from one network; generous, since a whole office may share it. */
export const NETWORK_WAITS: Waits = { name: 'network', seconds: [...Array<number>(29).fill(0), 5, 5, 10, 10, 30, 30, 60, 60, 120, 300, 600, 900] };

/** Between password resets of one address: three at once, then one an hour. */
export const RESET_ADDRESS_WAITS: Waits = { name: 'reset-address', seconds: [0, 0, 3600] };

/** Between password resets asked for from one network. */
export const RESET_NETWORK_WAITS: Waits = { name: 'reset-network', seconds: [...Array<number>(19).fill(0), 60, 300, 900] };

/** After this many hours without a failure the count starts again. */
export const FORGOTTEN_AFTER_HOURS = 24;
