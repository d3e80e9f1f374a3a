/**
 * What a bench finds when it prepares: the real server on its embedded database.
 * @typedef {object} House
 * @property {string} baseUrl of the running server
 * @property {import('pg').Client} owner a connection as the owner of the tables, to fill them
 * @property {(...args: string[]) => Promise<unknown>} operate runs an operator's command with `--json` and reads its answer
 * @property {(identifier: string, password: string) => Promise<Record<string, string>>} signIn the headers of a signed-in browser
 */

/**
 * @typedef {Readonly<Record<string, unknown>>} Facts what `prepare` found out; it travels to the floor as JSON
 * @typedef {{ method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, headers?: Record<string, string>, body?: unknown }} Request
 */

/**
 * A bench sets one request to the real server beside the floor: the very statements the server sends for it, recorded
 * beforehand, from BEGIN to COMMIT in one packet on raw `node:http` and `pg`. So the floor never does less or more than ours.
 * One file in `benches/` exports `benches`, a list of these; nothing else has to be told about it.
 * @typedef {object} Bench
 * @property {string} name what is asked for, in words: `inbox page of 50, 1,000,000 requests`
 * @property {number} least share of the floor's requests per second that must be reached
 * @property {number} [tail] how many times the floor's p99 ours may be; 3 where absent
 * @property {{ as: string, within: number }} [flat] must be as fast as another bench of the same run, within this share
 * @property {(house: House) => Promise<Facts>} prepare fills and signs in; benches that share the function share what it found
 * @property {(facts: Facts, n: number) => Request} ours the n-th request, under `/api/organizations/<id>`
 * @property {(facts: Facts, n: number) => string} [about] id of what the n-th request is about, where each is about another
 */

/**
 * Reads the benches of a module.
 * @param {string} file
 * @param {{ benches?: unknown }} module
 * @returns {Bench[]}
 */
export function benchesOf(file, module) {
  if (!Array.isArray(module.benches)) throw new Error(`${file} must export "benches", a list.`);
  for (const bench of module.benches) {
    const wrong = ['name', 'least', 'prepare', 'ours'].find((part) => bench[part] === undefined);
    if (wrong !== undefined) throw new Error(`A bench in ${file} has no "${wrong}".`);
  }
  return module.benches;
}
