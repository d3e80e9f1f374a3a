import { jest } from '@jest/globals';

// In ES modules jest does not offer its own object as a global; the typings say it does.
globalThis.jest = jest;
