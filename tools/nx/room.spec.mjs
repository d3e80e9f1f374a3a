import { roomOf, tagsOf } from './room.mjs';
import { createNodes } from './rooms.mjs';

describe('a path says', () => {
  it.each([
    ['libs/kernel/src/time.ts', 'kernel', 'kernel', 'room:kernel'],
    ['libs/requests/model/src/request.ts', 'requests-model', 'model', 'room:requests:model'],
    ['libs/requests/api/src/index.ts', 'requests-api', 'api', 'room:requests:api'],
    ['libs/requests/console/src/inbox/inbox.ts', 'requests-console', 'console', 'room:requests:console'],
    ['libs/platform/database/src/index.ts', 'platform-database', 'platform', 'room:platform:database'],
    ['libs/platform/contract/src/text.ts', 'platform-contract', 'model', 'room:platform:contract'],
    ['libs/platform/ui/src/index.ts', 'platform-ui', 'console', 'room:platform:ui'],
    ['apps/api/src/main.ts', 'api', 'app', 'room:api'],
    ['apps/console-e2e/src/ask.journey.ts', 'console-e2e', 'app', 'room:console-e2e'],
    ['./tools/nx/room.mjs', 'tools', 'tools', 'room:tools'],
  ])('%s is in %s on the floor %s', (path, name, floor, tag) => {
    const room = roomOf(path);
    expect(room).toMatchObject({ name, floor });
    expect(room && tagsOf(room)).toEqual({ floor: `floor:${floor}`, room: tag });
  });

  it.each(['README.md', 'libs/requests/other/src/index.ts', 'libs/requests', 'libs', 'apps'])('%s is in no room', (path) => {
    expect(roomOf(path)).toBeNull();
  });

  it('the name it is imported by', () => {
    expect(roomOf('libs/requests/model/src/request.ts')?.import).toBe('@smartpar/requests/model');
    expect(roomOf('apps/api/src/main.ts')?.import).toBeNull();
  });
});

describe('the plugin infers', () => {
  const [, infer] = createNodes;
  const context = { nxJsonConfiguration: {}, workspaceRoot: '/' };

  it('one project per room, tagged and with its targets', async () => {
    const [[file, { projects }]] = await infer(['libs/requests/console/src/index.ts'], undefined, context);
    expect(file).toBe('libs/requests/console/src/index.ts');
    expect(projects['libs/requests/console']).toMatchObject({
      name: 'requests-console',
      projectType: 'library',
      tags: ['floor:console', 'room:requests:console'],
    });
    expect(projects['libs/requests/console'].targets.test.command).toContain('npm run unit:console');
  });

  it('nothing from a file outside the rooms', async () => {
    expect(await infer(['libs/requests/other/src/index.ts'], undefined, context)).toEqual([]);
  });
});
