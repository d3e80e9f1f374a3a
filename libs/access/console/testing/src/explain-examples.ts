import type { ChangePreview, ExplainedSight, MemberExplanation, ViewerLine, ViewerPage } from '@smartpar/access/model';

/** What nobody is shown in the examples. */
const HIDDEN = {
  'user.contact.email.private': 'hidden',
  'user.contact.phone_number.private': 'hidden',
  'user.workplace': 'hidden',
  'user.location': 'hidden',
} as const;

/** One thing that lets somebody see a phone number; whatever a spec does not care about is ordinary. */
export const sightExample = (more: Partial<ExplainedSight> = {}): ExplainedSight => ({
  category: 'user.contact.phone_number.work',
  mode: 'on-reveal',
  purposes: ['support'],
  scope: { kind: 'all', places: [] },
  until: null,
  rule: { kind: 'role', role: 'helpdesk' },
  ...more,
});

/** A grant that somebody allowed. */
export const GRANTED: Extract<ExplainedSight['rule'], { kind: 'grant' }> = {
  kind: 'grant',
  grantId: 'grant-1',
  to: { kind: 'member' },
  decidedAt: '2026-11-03T09:00:00Z',
  decidedBy: { number: 10001, roles: ['owner'] },
};

/** What a helpdesk sees and does. */
export const explanationExample = (more: Partial<MemberExplanation> = {}): MemberExplanation => ({
  member: { id: 'member-2', number: 10422, name: 'Mira' },
  at: '2026-11-26T09:00:00Z',
  stops: [],
  reportsTold: true,
  undertakingSigned: true,
  everybody: { 'user.name': 'shown', 'user.contact.email.work': 'hidden', 'user.contact.phone_number.work': 'on-reveal', ...HIDDEN },
  sees: [sightExample()],
  does: [
    {
      name: 'member.read',
      exceptOwners: false,
      by: [
        { role: 'helpdesk', roleName: null, scope: { kind: 'all', name: null }, deputy: false },
        { role: 'role-1', roleName: 'Night watch', scope: { kind: 'site', name: 'Harbour' }, deputy: false },
      ],
    },
  ],
  ...more,
});

/** Somebody who sees a phone number. */
export const viewerExample = (more: Partial<ViewerLine> = {}): ViewerLine => ({
  member: { id: 'member-2', number: 10422, name: null },
  mode: 'on-reveal',
  undertakingSigned: true,
  why: [sightExample()],
  ...more,
});

/** A page of those who see a phone number. */
export const viewerPageExample = (items: ViewerLine[]): ViewerPage => ({
  of: { id: 'member-1', number: 10001, name: null },
  through: [{ role: 'helpdesk', mode: 'on-reveal', purposes: ['support'] }],
  reportsTold: true,
  items,
  next: null,
});

/** What a role would make different. */
export const previewExample = (more: Partial<ChangePreview> = {}): ChangePreview => ({
  member: { id: 'member-2', number: 10422, name: null },
  stops: [],
  abilities: { gained: ['member.read'], lost: [] },
  sight: { gained: [{ ...sightExample(), nothingNew: false }], lost: [] },
  ...more,
});
