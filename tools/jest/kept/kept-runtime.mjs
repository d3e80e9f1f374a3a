import Runtime from 'jest-runtime';
import { isKept } from './is-kept.mjs';

/**
 * The parts of jest's runtime that keeping modules reaches into. jest declares them private; if one of them is gone,
 * every spec file says so.
 * @typedef {object} Inside
 * @property {{ esModuleRegistry: Map<string, Loaded>, moduleRegistry: Map<string, Loaded>, internalModuleRegistry: Map<string, Loaded> }} registries
 * @property {{ sourceMaps: Map<string, string> }} transformCache
 * @property {{ clear: () => void }} mockState
 * @property {{ clearJestObjectCache: () => void }} jestGlobals
 */

/**
 * A module: of ES modules with how far it got.
 * @typedef {{ status?: string }} Loaded
 */

/** What stays loaded in a worker from one spec file to the next. */
const kept = {
  /** @type {Map<string, Loaded>} by file URL */
  esModules: new Map(),
  /** @type {Map<string, Loaded>} by path */
  commonModules: new Map(),
  /** @type {Map<string, Loaded>} the runner's own, by path */
  runnersModules: new Map(),
  /** @type {Map<string, string>} where the source map of each file lies */
  sourceMaps: new Map(),
};

/** @param {Map<string, Loaded>} modules */
function forgetSpecs(modules) {
  for (const [key, { status = 'evaluated' }] of modules) if (!isKept(key) || status !== 'evaluated') modules.delete(key);
}

/**
 * Loads modules as jest does, but packages and the house's own source once for all spec files of a worker: loading them
 * anew took most of the time of a run (ADR 28). Spec files, and what serves only them, are evaluated for each anew.
 */
class KeptRuntime extends Runtime {
  /** @param {ConstructorParameters<typeof Runtime>} args */
  constructor(...args) {
    super(...args);
    forgetSpecs(kept.esModules);
    forgetSpecs(kept.commonModules);
    forgetSpecs(kept.runnersModules);
    const { registries, transformCache } = inside(this);
    registries.esModuleRegistry = kept.esModules;
    registries.moduleRegistry = kept.commonModules;
    registries.internalModuleRegistry = kept.runnersModules;
    transformCache.sourceMaps = kept.sourceMaps;
  }

  /**
   * Ends the mocks. What was loaded stays, and so must the runtime it asks for what it loads later.
   * @override
   */
  teardown() {
    this.restoreAllMocks();
    const { mockState, jestGlobals } = inside(this);
    mockState.clear();
    jestGlobals.clearJestObjectCache();
  }
}

/**
 * @param {Runtime} runtime
 * @returns {Inside}
 */
const inside = (runtime) => /** @type {Inside} */ (/** @type {unknown} */ (runtime));

// jest takes its runtime in with `require`, as a whole.
export { KeptRuntime as 'module.exports' };
