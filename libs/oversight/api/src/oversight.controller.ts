import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Who } from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import type { Page } from '@smartpar/kernel';
import {
  type Escalation,
  escalationsPage,
  type EscalationsQuery,
  escalationsQuery,
  type OrganizationFigures,
  organizationFiguresPage,
  type OrganizationFiguresQuery,
  organizationFiguresQuery,
} from '@smartpar/oversight/model';
import { Answers, Query } from '@smartpar/platform/http';
import { ListEscalations } from './list-escalations';
import { ListOrganizationFigures } from './list-organization-figures';

/** SmartPAR's staff see how organizations are doing. The organization in the path is SmartPAR's own workforce; from any other there is nothing here. */
@ApiTags('oversight')
@Controller('organizations/:organizationId/oversight')
export class OversightController {
  constructor(
    private readonly figures: ListOrganizationFigures,
    private readonly escalations: ListEscalations,
  ) {}

  @Get('organizations')
  @Can('read', 'organization-figures')
  @Answers(organizationFiguresPage)
  organizations(@Who() actor: MemberActor, @Query({ schema: organizationFiguresQuery }) query: OrganizationFiguresQuery): Promise<Page<OrganizationFigures>> {
    return this.figures.run(actor, query);
  }

  @Get('escalations')
  @Can('read', 'escalation')
  @Answers(escalationsPage)
  unanswered(@Who() actor: MemberActor, @Query({ schema: escalationsQuery }) query: EscalationsQuery): Promise<Page<Escalation>> {
    return this.escalations.run(actor, query);
  }
}
