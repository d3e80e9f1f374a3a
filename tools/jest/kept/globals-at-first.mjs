/**
 * Keeps what stands in the globals now.
 * @param {{ process: NodeJS.Process }} global
 * @returns {() => void} puts it back, the variables of the environment and the way out of the process included; what came along since then stays, for it belongs to modules that stay
 */
export function globalsAtFirst(global) {
  const properties = Object.getOwnPropertyDescriptors(global);
  const { env, exit } = global.process;
  const variables = { ...env };
  return () => {
    for (const name of Reflect.ownKeys(properties)) {
      const before = Reflect.get(properties, name);
      if ('value' in before && before.value !== Reflect.get(global, name)) Object.defineProperty(global, name, before);
    }
    for (const name of Object.keys(env)) if (!Object.hasOwn(variables, name)) delete env[name];
    Object.assign(env, variables);
    global.process.exit = exit;
  };
}
