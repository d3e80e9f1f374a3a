import { Controller, Get, Post } from '@nestjs/common';
import { BootCheck, Public } from '@smartpar/access/api';
import { AnswersNothing } from '@smartpar/platform/http';
import { GuardedApplication } from './guarded-application';

@Controller('holes')
class HoleController {
  @Get()
  @Public('For the spec.')
  @AnswersNothing()
  declared(): void {
    return undefined;
  }

  @Post()
  @AnswersNothing()
  forgotten(): void {
    return undefined;
  }
}

/** Declarations of a class are not handed down to methods that override its own. */
@Controller('heirs')
class HeirController extends HoleController {
  @Get()
  @AnswersNothing()
  override declared(): void {
    return undefined;
  }
}

describe('an application', () => {
  it('does not start with a handler that says nothing about who may call it', async () => {
    await expect(GuardedApplication.start({ controllers: [HoleController] })).rejects.toThrow(/HoleController\.forgotten(?!.*declared)/);
  });

  it('does not take what a class declares for what its heir does', async () => {
    await expect(GuardedApplication.start({ controllers: [HeirController] })).rejects.toThrow(/HeirController\.declared/);
  });

  it('knows every handler and who may call it', async () => {
    const { app } = await GuardedApplication.start();
    const handlers = app.get(BootCheck, { strict: false }).handlers();
    expect(handlers.map(({ name, declaration }) => [name, declaration?.kind])).toEqual(
      expect.arrayContaining([
        ['AbilitiesController.mine', 'can'],
        ['GateController.gate', 'public'],
        ['GateController.account', 'signed-in'],
      ]),
    );
    await app.close();
  });
});
