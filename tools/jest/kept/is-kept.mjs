/** Spec files, and what stands beside or below them for them alone: it may set hooks when it is loaded, and keep state. */
const OF_SPECS = /\.spec\.|\/spec\/|\/testing\/|\/tools\/|^@jest\//;

/** The runner's own state, one for each spec file. */
const OF_THE_RUNNER = /\/node_modules\/jest-circus\//;

/**
 * Tells whether a module stays loaded from one spec file to the next.
 * @param {string} key its path or file URL
 */
export const isKept = (key) => (key.includes('/node_modules/') ? !OF_THE_RUNNER.test(key) : !OF_SPECS.test(key));
