import { Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { type ChangeMyProfile as ChangeMessage, changeMyProfile, type MyProfile, myProfile } from '@smartpar/members/model';
import { Answers, Body, IdempotencyKey } from '@smartpar/platform/http';
import { ChangeMyProfile } from './change-my-profile';
import { ReadMyProfile } from './read-my-profile';

/** What an organization keeps about the member who asks. */
@ApiTags('my privacy')
@Controller('organizations/:organizationId/my/profile')
export class MyProfileController {
  constructor(
    private readonly profile: ReadMyProfile,
    private readonly correction: ChangeMyProfile,
  ) {}

  @Get()
  @Can('read', 'own-profile')
  @Answers(myProfile)
  read(@Who() actor: MemberActor): Promise<MyProfile> {
    return this.profile.run(actor);
  }

  @Patch()
  @Can('correct', 'own-profile')
  @Answers(myProfile)
  correct(@Who() actor: MemberActor, @Body({ schema: changeMyProfile }) message: ChangeMessage, @IdempotencyKey() key: string): Promise<MyProfile> {
    return this.correction.run(actor, message, key);
  }
}
