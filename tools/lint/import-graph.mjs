import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { filesUnder } from '../build/sources.mjs';

/**
 * @typedef {ReadonlyMap<string, readonly string[]>} ImportGraph from each file to the files it imports, types included
 */

const SOURCE = /\.(?:ts|mjs)$/;

/**
 * Reads who imports whom below a root; packages are left out.
 * @param {string} root
 * @param {readonly string[]} [places]
 * @returns {ImportGraph}
 */
export function importGraph(root, places = ['apps', 'libs', 'tools']) {
  const files = filesUnder(root, places).filter((file) => SOURCE.test(file));
  const known = new Set(files);
  return new Map(files.map((file) => [file, importsOf(readFileSync(join(root, file), 'utf8')).flatMap((name) => resolve(file, name, known))]));
}

/**
 * The names a source imports, exports from or loads later.
 * @param {string} text
 */
export const importsOf = (text) => ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/**
 * @param {string} file
 * @param {string} name
 * @param {ReadonlySet<string>} known
 */
function resolve(file, name, known) {
  const path = name.startsWith('@smartpar/')
    ? `libs/${name.slice('@smartpar/'.length)}/src/index.ts`
    : name.startsWith('.')
      ? posix.join(dirname(file), name)
      : null;
  if (path === null) return [];
  return [path, `${path}.ts`, `${path}/index.ts`, path.replace(/\.js$/, '.ts')].filter((candidate) => known.has(candidate)).slice(0, 1);
}

/**
 * Finds every cycle's shortest way round, one per knot of files that reach each other.
 * @param {ImportGraph} graph
 * @returns {string[][]} each from a file back to the same file
 */
export const cyclesIn = (graph) =>
  knotsIn(graph).flatMap((knot) => {
    const [start = ''] = [...knot].sort();
    return knot.length > 1 || graph.get(start)?.includes(start) ? [wayRound(graph, new Set(knot), start)] : [];
  });

/**
 * Tarjan's strongly connected components.
 * @param {ImportGraph} graph
 */
function knotsIn(graph) {
  /** @type {string[][]} */
  const knots = [];
  /** @type {Map<string, { index: number, low: number, open: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];

  /** @param {string} node */
  const visit = (node) => {
    const mark = { index: seen.size, low: seen.size, open: true };
    seen.set(node, mark);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      const other = seen.get(next) ?? visit(next);
      if (other.open) mark.low = Math.min(mark.low, other.low);
    }
    if (mark.low !== mark.index) return mark;
    const knot = stack.splice(stack.indexOf(node));
    for (const member of knot) /** @type {{ open: boolean }} */ (seen.get(member)).open = false;
    knots.push(knot);
    return mark;
  };

  for (const node of graph.keys()) if (!seen.has(node)) visit(node);
  return knots;
}

/**
 * @param {ImportGraph} graph
 * @param {ReadonlySet<string>} knot
 * @param {string} start
 */
function wayRound(graph, knot, start) {
  let ways = [[start]];
  const visited = new Set();
  while (ways.length > 0) {
    /** @type {string[][]} */
    const longer = [];
    for (const way of ways) {
      for (const next of graph.get(/** @type {string} */ (way.at(-1))) ?? []) {
        if (next === start) return [...way, start];
        if (knot.has(next) && !visited.has(next)) {
          visited.add(next);
          longer.push([...way, next]);
        }
      }
    }
    ways = longer;
  }
  throw new Error(`${start} is in a knot but there is no way round.`);
}
