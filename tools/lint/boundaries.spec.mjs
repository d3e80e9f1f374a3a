import { execFileSync } from 'node:child_process';
import { root } from '../root.mjs';
import { allRooms, boundaries, nameOf } from './boundaries.mjs';
import { EDGES } from './edges.mjs';
import { importGraph } from './import-graph.mjs';
import { roomOf } from '../nx/room.mjs';

const FLOORS = '@nx/enforce-module-boundaries';
const NODE = 'no-restricted-imports';

/** path of a file that is not there, what it imports, the rule that must refuse it */
const FORBIDDEN = [
  ['libs/kernel/src/planted.ts', '@smartpar/access/model', FLOORS],
  ['libs/kernel/src/planted.ts', 'zod', FLOORS],
  ['libs/kernel/src/planted.ts', 'node:fs', NODE],
  ['libs/platform/contract/src/planted.ts', '@smartpar/platform/http', FLOORS],
  ['libs/requests/model/src/planted.ts', '@smartpar/requests/api', FLOORS],
  ['libs/requests/model/src/planted.ts', '@smartpar/platform/database', FLOORS],
  ['libs/requests/model/src/planted.ts', '@nestjs/common', FLOORS],
  ['libs/requests/model/src/planted.ts', '@angular/core', FLOORS],
  ['libs/requests/model/src/planted.ts', 'typeorm', FLOORS],
  ['libs/requests/model/src/planted.ts', 'pg', FLOORS],
  ['libs/requests/model/src/planted.ts', 'rxjs', FLOORS],
  ['libs/requests/model/src/planted.ts', 'node:crypto', NODE],
  ['libs/requests/model/src/planted.ts', 'crypto', NODE],
  ['libs/platform/database/src/planted.ts', '@smartpar/requests/model', FLOORS],
  ['libs/platform/database/src/planted.ts', '@smartpar/requests/api', FLOORS],
  ['libs/platform/database/src/planted.ts', '@smartpar/platform/testing', FLOORS],
  ['libs/platform/database/src/planted.ts', '@smartpar/platform/ui', FLOORS],
  ['libs/platform/http/src/planted.ts', '@angular/core', FLOORS],
  ['libs/platform/ui/src/planted.ts', '@smartpar/platform/database', FLOORS],
  ['libs/platform/ui/src/planted.ts', 'typeorm', FLOORS],
  ['libs/platform/ui/src/planted.ts', 'pg', FLOORS],
  ['libs/platform/ui/src/planted.ts', '@nestjs/common', FLOORS],
  ['libs/requests/api/src/planted.ts', '@smartpar/members/api', FLOORS],
  ['libs/requests/api/src/planted.ts', '@smartpar/platform/testing', FLOORS],
  ['libs/requests/api/src/planted.ts', '@smartpar/platform/ui', FLOORS],
  ['libs/requests/api/src/planted.ts', '@angular/core', FLOORS],
  ['libs/requests/api/src/planted.ts', '../../../members/api/src/index', FLOORS],
  ['libs/access/api/src/planted.ts', '@smartpar/requests/model', FLOORS],
  ['libs/requests/console/src/planted.ts', '@smartpar/requests/api', FLOORS],
  ['libs/requests/console/src/planted.ts', '@smartpar/oversight/console', FLOORS],
  ['libs/requests/console/src/planted.ts', '@smartpar/platform/http', FLOORS],
  ['libs/requests/console/src/planted.ts', '@nestjs/common', FLOORS],
  ['libs/requests/console/src/planted.ts', 'typeorm', FLOORS],
  ['libs/requests/console/src/planted.ts', 'node:path', NODE],
  ['apps/api/src/planted.ts', '@smartpar/requests/console', FLOORS],
  ['apps/api/src/planted.ts', '@angular/core', FLOORS],
  ['apps/api/src/planted.ts', '@smartpar/platform/testing', NODE],
  ['apps/console/src/planted.ts', '@smartpar/requests/api', FLOORS],
  ['apps/console/src/planted.ts', '@nestjs/common', FLOORS],
];

const ALLOWED = [
  ['libs/kernel/src/planted.ts', 'uuid'],
  ['libs/kernel/src/planted.spec.ts', 'fast-check'],
  ['libs/requests/model/src/planted.ts', 'zod'],
  ['libs/requests/model/src/planted.ts', '@smartpar/kernel'],
  ['libs/requests/model/src/planted.ts', '@smartpar/access/model'],
  ['libs/requests/model/src/planted.ts', '@smartpar/platform/contract'],
  ['libs/platform/http/src/planted.ts', '@smartpar/audit/model'],
  ['libs/platform/http/src/planted.ts', '@smartpar/platform/database'],
  ['libs/requests/api/src/planted.ts', '@smartpar/access/api'],
  ['libs/requests/api/src/planted.ts', '@smartpar/audit/api'],
  ['libs/requests/api/src/planted.ts', '@smartpar/requests/model'],
  ['libs/requests/console/src/planted.ts', '@smartpar/platform/ui'],
  ['libs/requests/console/src/planted.ts', '@smartpar/access/console'],
  ['apps/api/src/planted.ts', '@smartpar/requests/api'],
  ['apps/api/spec/requests/planted.spec.ts', '@smartpar/platform/testing'],
  ['apps/console/src/planted.ts', '@smartpar/requests/console'],
];

const OWN_RULES = [
  ['libs/requests/api/src/planted.ts', 'export const a = (tx: T) => tx.query("insert into members values ($1)", []);', 'house/audited-writes'],
  ['libs/requests/model/src/planted.ts', 'const at = new Date();', 'house/time-from-kernel'],
  ['libs/requests/model/src/inside/index.ts', 'const a = 1;', 'house/one-index'],
  ['libs/requests/other/src/planted.ts', 'const a = 1;', 'house/one-index'],
  ['libs/requests/model/src/planted.ts', 'export default 1;', 'no-restricted-syntax'],
  ['libs/requests/model/src/planted.ts', "import { z } from 'zod';\nz.string();", 'no-restricted-syntax'],
  ['apps/api/src/planted.ts', "import type { z } from 'zod';\nexport type A = z.ZodType;", 'no-restricted-syntax'],
  ['libs/requests/model/src/planted.ts', "import z from 'zod';\nz.string();", 'no-restricted-syntax'],
  ['libs/requests/model/src/planted.ts', 'const a: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['libs/requests/model/src/planted.ts', 'const a = 1;\n'.repeat(401), 'max-lines'],
  ['libs/requests/console/src/planted.html', '<img src="a.png">', '@angular-eslint/template/alt-text'],
  ['libs/platform/ui/src/planted.html', '<div (click)="go()">Go</div>', '@angular-eslint/template/click-events-have-key-events'],
];

const judge = (planted) =>
  JSON.parse(
    execFileSync(process.execPath, ['tools/lint/judge-texts.mjs'], {
      cwd: root,
      input: JSON.stringify(planted),
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' },
    }),
  );

const importing = (name) => `import * as planted from '${name}';\nplanted.use();\n`;

describe('lint, asked about texts planted in the rooms,', () => {
  /** @type {{ rule: string, message: string }[][]} */
  let found;
  beforeAll(() => {
    found = judge([
      ...[...FORBIDDEN, ...ALLOWED].map(([path, name]) => ({ path, text: importing(name) })),
      ...OWN_RULES.map(([path, text]) => ({ path, text })),
    ]);
  }, 120_000);

  it.each(FORBIDDEN.map(([path, name, rule], at) => [path, name, rule, at]))('%s: refuses to import %s (%s)', (_path, _name, rule, at) => {
    expect(found[at].map((message) => message.rule)).toContain(rule);
  });

  it.each(ALLOWED.map(([path, name], at) => [path, name, at + FORBIDDEN.length]))('%s: may import %s', (_path, _name, at) => {
    expect(found[at].filter(({ rule }) => rule === FLOORS || rule === NODE)).toEqual([]);
  });

  it.each(OWN_RULES.map(([path, , rule], at) => [path, rule, at + FORBIDDEN.length + ALLOWED.length]))('%s: %s speaks up', (_path, rule, at) => {
    expect(found[at].map((message) => message.rule)).toContain(rule);
  });
});

describe('the list of edges', () => {
  const rooms = allRooms();
  const names = rooms.map(nameOf);

  it('leads from rooms there are to models there are, each with a reason', () => {
    for (const { from, to, because } of EDGES) {
      expect(names).toEqual(expect.arrayContaining([from, to]));
      expect(to).toMatch(/\/model$/);
      expect(because).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  it('holds no edge that nobody walks any more', () => {
    const walked = new Set(
      [...importGraph(root, ['libs'])].flatMap(([file, imported]) => imported.map((other) => `${roomNameOf(file)} -> ${roomNameOf(other)}`)),
    );
    expect(EDGES.map(({ from, to }) => `${from} -> ${to}`).filter((edge) => !walked.has(edge))).toEqual([]);
  });

  it('opens exactly what it names', () => {
    const [requests, members] = ['libs/requests/api', 'libs/members/model'].map(roomOf);
    const tagsSeen = (edges) => boundaries([requests, members], edges).find(({ sourceTag }) => sourceTag === 'room:requests:api').onlyDependOnLibsWithTags;
    expect(tagsSeen([])).toEqual(['room:requests:api']);
    expect(tagsSeen([{ from: 'requests/api', to: 'members/model' }])).toEqual(['room:requests:api', 'room:members:model']);
  });
});

function roomNameOf(file) {
  const room = roomOf(file);
  return room === null ? null : nameOf(room);
}
