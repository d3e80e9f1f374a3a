import type { Type } from '@nestjs/common';
import { GrantWork, LockboxWork, WideningWork } from '@smartpar/access/api';
import { BreakGlassWork, EvaluationWork, ExtractWork, TellOfAccess } from '@smartpar/access/api';
import { ReviewWork, ViolationWork } from '@smartpar/access/api';
import { AddressSecrets, AuditPeriodic, AuditWork } from '@smartpar/audit/api';
import { IdentityPeriodic } from '@smartpar/identity/api';
import { AuditorWork, LifeQueue, MembersWork, OwnAddressWork } from '@smartpar/members/api';
import { ProvisioningPeriodic, UsageWork } from '@smartpar/members/api';
import { ClaimsWork, RecheckDomains } from '@smartpar/organizations/api';
import { OversightPeriodic } from '@smartpar/oversight/api';
import { definePeriodic, installQueue, Loop, PerformDueWork, type PeriodicJob, PeriodicQueue } from '@smartpar/platform/jobs';
import type { Logger } from '@smartpar/platform/http';
import { DeliverMail, forgetSettledMails } from '@smartpar/platform/mail';
import { DeliverWebhooks, forgetSettledWebhooks, HttpsCarrier } from '@smartpar/platform/webhooks';
import { RequestsPeriodic, RequestsWork } from '@smartpar/requests/api';
import { forgetKeys } from './forget-keys';
import { type Foundations, mailCarrier, mailRendering } from './foundations';

/** How often the outbox is looked at, in milliseconds. */
const MAIL_PAUSE = 1000;

/** How often due work is looked at, in milliseconds. */
const WORK_PAUSE = 1000;

/** Everything that happens without anybody asking: mails leave, reminders fall due, figures are folded, old things are forgotten. */
export class Background {
  private readonly loops: readonly Loop[];
  private readonly work: PerformDueWork;
  private readonly queue: PeriodicQueue;
  private readonly jobs: readonly PeriodicJob[];
  private readonly carrier;

  /** @param get finds what slices offer */
  constructor(
    private readonly foundations: Foundations,
    private readonly log: Logger,
    get: <T>(type: Type<T>) => T,
  ) {
    const { storage, time, configuration } = foundations;
    this.carrier = mailCarrier(configuration);
    const failed = (what: string) => (error: unknown) => log.error({ err: error }, `${what} failed and is tried again`);
    const mail = new DeliverMail(storage.database, time, this.carrier, mailRendering(foundations), (template, error) => failed(`mail ${template}`)(error));
    const kinds = [
      ...get(GrantWork).kinds(),
      ...get(ExtractWork).kinds(),
      ...get(AuditWork).kinds(),
      ...get(LockboxWork).kinds(),
      ...get(BreakGlassWork).kinds(),
      ...get(TellOfAccess).kinds(),
      ...get(RequestsWork).kinds(),
      ...get(MembersWork).kinds(),
      ...get(LifeQueue).kinds(),
      ...get(OwnAddressWork).kinds(),
      ...get(ViolationWork).kinds(),
      ...get(WideningWork).kinds(),
      ...get(ReviewWork).kinds(),
      ...get(AuditorWork).kinds(),
      ...get(EvaluationWork).kinds(),
      ...get(UsageWork).kinds(),
      ...get(ClaimsWork).kinds(),
    ];
    this.work = new PerformDueWork(storage.database, time, kinds, (kind, error) => failed(`work ${kind}`)(error));
    const webhooks = new DeliverWebhooks(
      storage.database,
      time,
      get(AddressSecrets),
      new HttpsCarrier({ toPrivate: configuration.WEBHOOKS_TO_PRIVATE }),
      (type, error) => failed(`webhook ${type}`)(error),
    );
    this.loops = [
      new Loop(() => mail.run(), MAIL_PAUSE, failed('mail')),
      new Loop(() => webhooks.run(), MAIL_PAUSE, failed('webhooks')),
      new Loop(() => this.work.run(), WORK_PAUSE, failed('due work')),
    ];
    this.jobs = [
      definePeriodic('mail.forget-settled', '23 3 * * *', () => forgetSettledMails(storage.database, time.now())),
      definePeriodic('webhooks.forget-settled', '29 3 * * *', () => forgetSettledWebhooks(storage.database, time.now())),
      definePeriodic('http.forget-keys', '37 3 * * *', () => forgetKeys(storage.database)),
      ...get(AuditPeriodic).jobs(),
      ...get(EvaluationWork).jobs(),
      ...get(IdentityPeriodic).jobs(),
      ...get(UsageWork).jobs(),
      ...get(ProvisioningPeriodic).jobs(),
      ...get(OversightPeriodic).jobs(),
      ...get(RecheckDomains).jobs(),
      ...get(RequestsPeriodic).jobs(),
    ];
    this.queue = new PeriodicQueue(storage.appUrl, this.jobs, failed('periodic work'));
  }

  /** Starts everything; the queue's own tables are brought to this version first. */
  async start(): Promise<void> {
    const names = this.jobs.map(({ name }) => name);
    await installQueue(this.foundations.storage.ownerUrl, names);
    await this.queue.start();
    for (const loop of this.loops) loop.start();
    this.log.debug({ jobs: names }, 'background work started');
  }

  /** Lets what is under way finish. */
  async stop(): Promise<void> {
    this.work.stop();
    await Promise.all([...this.loops.map((loop) => loop.stop()), this.queue.stop()]);
    this.carrier.close();
  }
}
