import { KeyRing } from '@smartpar/platform/http';
import { readConfiguration } from '../config/configuration';
import { shownSettings } from './show-configuration';

describe('the configuration as it is shown', () => {
  const key = KeyRing.generate();
  const shown = shownSettings(
    readConfiguration({ DATABASE_URL: 'postgres://owner:hunter2@db.example.com/x', SECRET_KEYS: key, SMTP_URL: 'smtp://me:hunter3@mail.example.com', METRICS_TOKEN: 'hunter4-hunter4-hunter4' }),
  );

  it('holds every setting and no secret', () => {
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(['PORT', 'HOST', 'DATABASE_URL', 'SECRET_KEYS', 'SMTP_URL']));
    expect(JSON.stringify(shown)).not.toMatch(/hunter/);
    expect(JSON.stringify(shown)).not.toContain(key);
  });

  it('still tells which server is meant', () => {
    expect(shown['DATABASE_URL']).toBe('postgres://owner:hidden@db.example.com/x');
    expect(shown['PORT']).toBe('3000');
    expect(shown['DEMO_DATA']).toBe('on');
  });
});
