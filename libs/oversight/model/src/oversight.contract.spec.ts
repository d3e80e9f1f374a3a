import { newId } from '@smartpar/kernel';
import * as z from 'zod';
import { escalation, organizationFigures, organizationFiguresQuery } from './oversight.contract';

const figures = {
  organizationId: newId(),
  name: 'Nordwerk',
  slug: 'nordwerk',
  kind: 'tenant',
  members: 5000,
  openRequests: 3,
  overdueRequests: 0,
  contactNamed: true,
  domainVerified: true,
  attention: [],
  createdAt: '2026-01-01T00:00:00Z',
};

describe('what staff see of an organization', () => {
  it('never holds a count of people under five', () => {
    expect(organizationFigures.safeParse(figures).success).toBe(true);
    expect(organizationFigures.safeParse({ ...figures, members: null }).success).toBe(true);
    expect(organizationFigures.safeParse({ ...figures, members: 4 }).success).toBe(false);
  });

  it('names exactly these fields, none of them about a person', () => {
    expect(Object.keys(organizationFigures.shape).toSorted()).toEqual(Object.keys(figures).toSorted());
    expect(Object.keys(escalation.shape).toSorted()).toEqual(['ageInDays', 'organizationId', 'organizationName', 'state']);
  });

  it('drops whatever else a query might bring along', () => {
    expect(organizationFigures.parse({ ...figures, contactName: 'Mara Lindt', email: 'mara@nordwerk.example' })).toEqual(figures);
    expect(
      z.array(escalation).parse([{ organizationId: newId(), organizationName: 'Nordwerk', ageInDays: 40, state: 'received', text: 'Why?' }])[0],
    ).not.toHaveProperty('text');
  });
});

describe('which organizations are listed', () => {
  it.each([{}, { attention: 'any' }, { attention: 'nobody-named', name: 'Nord', size: '10' }])('%j', (query) =>
    expect(organizationFiguresQuery.safeParse(query).success).toBe(true),
  );

  it.each([{ attention: 'all' }, { name: '\u0000' }, { size: '0' }, { sort: 'members' }])('never %j', (query) =>
    expect(organizationFiguresQuery.safeParse(query).success).toBe(false),
  );
});
