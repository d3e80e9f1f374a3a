import { Injectable } from '@nestjs/common';
import {
  Abilities,
  type WaitingBreakGlass,
  type WaitingExtract,
  WaitingExtractsQuery,
  type WaitingGrant,
  WaitingGrantsQuery,
  WaitingBreakGlassesQuery,
  type WaitingLockbox,
  WaitingLockboxesQuery,
  ReadDelays,
  ReadVolumeAlerts,
  ReadWidenings,
  type WaitingAlert,
  type WaitingDelay,
  type WaitingReview,
  WaitingReviewsQuery,
  type WaitingViolation,
  WaitingViolationsQuery,
  type WaitingWidening,
} from '@smartpar/access/api';
import type { MemberActor } from '@smartpar/access/model';
import { WaitingSources } from '@smartpar/home/api';
import type { WaitingItem } from '@smartpar/home/model';
import { type DormantMembers, DormantMembersQuery, type ExpiredInvitation, ExpiredInvitationsQuery } from '@smartpar/members/api';
import { memberNumberText } from '@smartpar/members/model';
import { UnnamedContactQuery, type UnprovedDomain, UnprovedDomainsQuery, type WaitingClaim, WaitingClaimsQuery } from '@smartpar/organizations/api';
import type { TenantTransaction } from '@smartpar/platform/database';
import { type WaitingRequest, WaitingRequestsQuery } from '@smartpar/requests/api';

/** The first page gathers what waits in the inbox, in the organization's settings and among its members; all are asked at once. */
@Injectable()
export class WaitingOfSlices extends WaitingSources {
  constructor(
    private readonly abilities: Abilities,
    private readonly requests: WaitingRequestsQuery,
    private readonly contact: UnnamedContactQuery,
    private readonly domains: UnprovedDomainsQuery,
    private readonly invitations: ExpiredInvitationsQuery,
    private readonly dormant: DormantMembersQuery,
    private readonly violations: WaitingViolationsQuery,
    private readonly delays: ReadDelays,
    private readonly lockboxes: WaitingLockboxesQuery,
    private readonly emergencies: WaitingBreakGlassesQuery,
    private readonly grants: WaitingGrantsQuery,
    private readonly reviews: WaitingReviewsQuery,
    private readonly extracts: WaitingExtractsQuery,
    private readonly alerts: ReadVolumeAlerts,
    private readonly widenings: ReadWidenings,
    private readonly claims: WaitingClaimsQuery,
  ) {
    super();
  }

  override async within(tx: TenantTransaction, actor: MemberActor, most: number): Promise<readonly WaitingItem[]> {
    const ability = this.abilities.of(actor);
    const [requests, unnamedSince, domains, invitations, dormant, violations, delays, lockboxes, emergencies, grants, reviews, extracts, alerts, widenings, claims] =
      await Promise.all([
        this.requests.within(tx, { memberId: actor.memberId, ability }, most),
        this.contact.within(tx, ability),
        this.domains.within(tx, ability, most),
        this.invitations.within(tx, ability, most),
        this.dormant.within(tx, ability),
        this.violations.within(tx, actor, most),
        this.delays.waiting(tx, actor, most),
        this.lockboxes.within(tx, actor, ability, most),
        this.emergencies.within(tx, actor, ability, most),
        this.grants.within(tx, actor, most),
        this.reviews.within(tx, actor, most),
        this.extracts.within(tx, actor, most),
        this.alerts.waiting(tx, actor, most),
        this.abilities.of(actor).can('decide', 'standing-grant') ? this.widenings.waitingFor(tx, actor, most) : [],
        this.claims.within(tx, ability, most),
      ]);
    return [
      ...requests.map(requestItem),
      ...contactItems(unnamedSince),
      ...domains.map(domainItem),
      ...invitations.map(invitationItem),
      ...dormantItems(dormant),
      ...violations.map(violationItem),
      ...delays.map(delayItem),
      ...lockboxes.map(lockboxItem),
      ...emergencies.map(emergencyItem),
      ...grants.map(grantItem),
      ...widenings.map(wideningItem),
      ...reviews.map(reviewItem),
      ...extracts.map(extractItem),
      ...alerts.map(alertItem),
      ...claims.map(claimItem),
    ];
  }
}

const claimItem = ({ kind, id, domain, since, dueAt }: WaitingClaim): WaitingItem =>
  kind === 'domain-case' || dueAt === null
    ? { kind: 'domain-case', id, dueAt: null, since: since.toISOString(), facts: { domain } }
    : { kind, id, dueAt: dueAt.toISOString(), since: since.toISOString(), facts: { domain } };

const reviewItem = ({ id, startedAt, dueAt, open }: WaitingReview): WaitingItem => ({
  kind: 'access-review',
  id,
  dueAt: dueAt.toISOString(),
  since: startedAt.toISOString(),
  facts: { open },
});

const wideningItem = ({ id, memberNumber, requestedAt, settlesAt }: WaitingWidening): WaitingItem => ({
  kind: 'widening',
  id,
  dueAt: settlesAt.toISOString(),
  since: requestedAt.toISOString(),
  facts: { memberNumber },
});

const grantItem = ({ id, memberNumber, requestedAt, lapsesAt }: WaitingGrant): WaitingItem => ({
  kind: 'grant',
  id,
  dueAt: lapsesAt.toISOString(),
  since: requestedAt.toISOString(),
  facts: { memberNumber },
});

const alertItem = ({ id, memberNumber, at }: WaitingAlert): WaitingItem => ({
  kind: 'volume-alert',
  id,
  dueAt: null,
  since: at.toISOString(),
  facts: { memberNumber },
});

const extractItem = ({ id, memberNumber, people, requestedAt, lapsesAt }: WaitingExtract): WaitingItem => ({
  kind: 'extract',
  id,
  dueAt: lapsesAt.toISOString(),
  since: requestedAt.toISOString(),
  facts: { memberNumber, people },
});

const requestItem = ({ id, reference, kind, state, askedAt, dueAt, paused, overdue, assigned }: WaitingRequest): WaitingItem => ({
  kind: 'request',
  id,
  dueAt,
  since: askedAt,
  facts: { reference, request: kind, state, paused, overdue, assigned },
});

const contactItems = (since: string | null): readonly WaitingItem[] =>
  since === null ? [] : [{ kind: 'privacy-contact', id: null, dueAt: null, since, facts: {} }];

const dormantItems = (dormant: DormantMembers | null): readonly WaitingItem[] =>
  dormant === null
    ? []
    : [{ kind: 'dormant-members', id: null, dueAt: null, since: `${dormant.since}T00:00:00Z`, facts: { count: dormant.count } }];

const domainItem = ({ id, domain, state, since, dueAt }: UnprovedDomain): WaitingItem => ({
  kind: 'domain',
  id,
  dueAt,
  since,
  facts: { domain, state },
});

const violationItem = ({ id, memberNumber, reportedAt, lapsesAt }: WaitingViolation): WaitingItem => ({
  kind: 'violation',
  id,
  dueAt: lapsesAt.toISOString(),
  since: reportedAt.toISOString(),
  facts: { memberNumber },
});

const delayItem = ({ id, memberNumber, requestedAt, lapsesAt }: WaitingDelay): WaitingItem => ({
  kind: 'ledger-delay',
  id,
  dueAt: lapsesAt.toISOString(),
  since: requestedAt.toISOString(),
  facts: { memberNumber },
});

const lockboxItem = ({ id, caseReference, requestedAt, lapsesAt }: WaitingLockbox): WaitingItem => ({
  kind: 'lockbox',
  id,
  dueAt: lapsesAt.toISOString(),
  since: requestedAt.toISOString(),
  facts: { caseReference },
});

const emergencyItem = ({ id, number, running, beganAt, reviewBy }: WaitingBreakGlass): WaitingItem => ({
  kind: 'break-glass',
  id,
  dueAt: reviewBy.toISOString(),
  since: beganAt.toISOString(),
  facts: { memberNumber: memberNumberText(number), running },
});

const invitationItem = ({ memberId, number, expiredAt }: ExpiredInvitation): WaitingItem => ({
  kind: 'invitation',
  id: memberId,
  dueAt: null,
  since: expiredAt,
  facts: { memberNumber: memberNumberText(number) },
});
