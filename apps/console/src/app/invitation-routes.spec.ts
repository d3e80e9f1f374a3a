import { createEnvironmentInjector, EnvironmentInjector, reflectComponentType } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PasswordAdvice } from '@smartpar/members/console';
import { surroundings } from '@smartpar/platform/ui/testing';
import { invitationRoutes } from './invitation-routes';

describe('the page of an invitation', () => {
  it('is given what says how good a new password is', async () => {
    TestBed.configureTestingModule({ providers: surroundings() });
    const [route] = await invitationRoutes();
    const injector = createEnvironmentInjector(route?.providers ?? [], TestBed.inject(EnvironmentInjector));
    const advice = reflectComponentType(await injector.get(PasswordAdvice).load());
    expect(advice?.inputs.map(({ propName }) => propName)).toEqual(['password', 'own']);
  });
});
