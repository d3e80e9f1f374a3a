import { TestBed } from '@angular/core/testing';
import { Dialogs } from '@smartpar/platform/ui';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { provideAbilities, provideSession, sessionFacts, violationExample } from '../../../testing/src';
import en from '../../i18n/en.json' with { type: 'json' };
import { ReportAct } from './report-act';

const MAY = [{ action: 'report', subject: 'violation' }];

const open = (rules: { action: string; subject: string }[], memberId = 'm1') =>
  mount(ReportAct, {
    texts: { access: en },
    inputs: { organizationId: 'o1', memberId, memberNumber: 'M-10422' },
    providers: [provideAbilities('o1', rules), provideSession(sessionFacts())],
  });

describe('to report a member', () => {
  it('is offered to those who may, and leads to the case', async () => {
    const page = await open(MAY);
    await expectAccessible(page.element);
    jest.spyOn(TestBed.inject(Dialogs), 'open').mockResolvedValue(violationExample());
    page.element.querySelector('button')?.click();
    await page.settle();
    expect(page.router.url).toBe('/org/o1/access/violations/v1');
  });

  it('is not offered to others', async () => {
    expect((await open([])).element.querySelector('button')).toBeNull();
  });
});
