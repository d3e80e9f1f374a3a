import { TestBed } from '@angular/core/testing';
import { Language } from '@smartpar/platform/ui';
import { surroundings } from '@smartpar/platform/ui/testing';
import { PasswordMeter } from './password-meter';
import { PasswordMeterSource } from './password-meter-source';

describe('the password meter on pages of other rooms', () => {
  it('comes with its words', async () => {
    TestBed.configureTestingModule({ providers: surroundings() });
    expect(await TestBed.inject(PasswordMeterSource).load()).toBe(PasswordMeter);
    expect(TestBed.inject(Language).say('identity.strength.word.4')).toBe('Very good');
  });
});
