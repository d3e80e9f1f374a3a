import { Module } from '@nestjs/common';
import { AccessModule } from '@smartpar/access/api';
import { AnswererMails } from './answerer-mails';
import { AskMine } from './ask-mine';
import { AskQuestion } from './ask-question';
import { ConcernedMembersQuery } from './concerned-members';
import { RequestsOfMember } from './requests-of-member';
import { ConfirmQuestion } from './confirm-question';
import { ConcernedContact } from './concerned-contact';
import { ContinueRequest } from './continue-request';
import { DeliverHandover } from './deliver-handover';
import { DraftController } from './draft.controller';
import { DraftRepository } from './draft.repository';
import { EscalationRepository } from './escalation.repository';
import { FollowLink } from './follow-link';
import { FollowController } from './follow.controller';
import { HandOverPart } from './hand-over-part';
import { HandoverRepository } from './handover.repository';
import { InboxController } from './inbox.controller';
import { KeepDraft } from './keep-draft';
import { KeepTemplates } from './keep-templates';
import { ListAssignable } from './list-assignable';
import { ListMine } from './list-mine';
import { ListRequests } from './list-requests';
import { MailFate } from './mail-fate';
import { MyRequestController } from './my-request.controller';
import { MyRequests } from './my-requests';
import { OpenComplaint } from './open-complaint';
import { OpenRequest } from './open-request';
import { OwnRequest } from './own-request';
import { PersonMails } from './person-mails';
import { QuestionController } from './question.controller';
import { ReadRequest } from './read-request';
import { Remind } from './remind';
import { ReminderPlan } from './reminder-plan';
import { ReplyTemplateController } from './reply-template.controller';
import { ReplyTemplateRepository } from './reply-template.repository';
import { RequestDesk } from './request-desk';
import { RequestRepository } from './request.repository';
import { RequestsPeriodic } from './requests-periodic';
import { RequestsWork } from './requests-work';
import { RouteOfQuestion } from './route-of-question';
import { SeedRequests } from './seed-requests';
import { TakeOverQuestion } from './take-over-question';
import { TellStaff } from './tell-staff';
import { UnconfirmedQuestionRepository } from './unconfirmed-question.repository';
import { WaitingRequestsQuery } from './waiting-requests';
import { WorkOnRequestController } from './work-on-request.controller';

/**
 * Privacy requests. It needs `Administrators`, `Answerers`, `Matches`, `Database`, `LinkTokens` and `Time` from global
 * modules.
 */
@Module({
  imports: [AccessModule],
  controllers: [DraftController, FollowController, InboxController, MyRequestController, QuestionController, ReplyTemplateController, WorkOnRequestController],
  providers: [
    AnswererMails,
    AskMine,
    AskQuestion,
    ConcernedContact,
    ConcernedMembersQuery,
    RequestsOfMember,
    ConfirmQuestion,
    ContinueRequest,
    DeliverHandover,
    DraftRepository,
    EscalationRepository,
    FollowLink,
    HandOverPart,
    HandoverRepository,
    KeepDraft,
    KeepTemplates,
    ListAssignable,
    ListMine,
    ListRequests,
    MailFate,
    MyRequests,
    OpenComplaint,
    OpenRequest,
    OwnRequest,
    PersonMails,
    ReadRequest,
    Remind,
    ReminderPlan,
    ReplyTemplateRepository,
    RequestDesk,
    RequestRepository,
    RequestsPeriodic,
    RequestsWork,
    RouteOfQuestion,
    SeedRequests,
    TakeOverQuestion,
    TellStaff,
    UnconfirmedQuestionRepository,
    WaitingRequestsQuery,
  ],
  exports: [ConcernedMembersQuery, RequestsOfMember, OpenComplaint, OpenRequest, RequestsPeriodic, RequestsWork, SeedRequests, WaitingRequestsQuery],
})
export class RequestsModule {}
