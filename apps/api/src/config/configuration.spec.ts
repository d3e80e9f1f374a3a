import { randomBytes } from 'node:crypto';
import { DEFAULT_SESSION_RULES } from '@smartpar/identity/model';
import { type Configuration, readConfiguration } from './configuration';

const key = `k1:${randomBytes(32).toString('base64')}`;
const own = { DATABASE_URL: 'postgres://owner:x@db.example.com/smartpar', SECRET_KEYS: key, SMTP_URL: 'smtp://mail.example.com' };

describe('the configuration', () => {
  it('needs nothing at all for a first start on a laptop', () => {
    expect(readConfiguration({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      embedded: true,
      production: false,
      DEMO_DATA: true,
    });
  });

  it('asks staff for a second factor wherever real people depend on it, and on a laptop when told to', () => {
    expect(
      [readConfiguration({}), readConfiguration(own), readConfiguration({ STAFF_SECOND_FACTOR: 'required' })].map(({ staffFactor }) => staffFactor),
    ).toEqual(['optional', 'required', 'required']);
  });

  it('has the session rules that are shipped, and each of them as the operator sets it', () => {
    const inWords = ({ sessions: { own, shared, freshFor } }: Configuration) => [own.idle, own.absolute, shared.idle, shared.absolute, freshFor].map(String);
    expect(readConfiguration({}).sessions).toEqual(DEFAULT_SESSION_RULES);
    expect(inWords(readConfiguration({ SESSION_IDLE_MINUTES: '', SHARED_SESSION_HOURS: ' ' }))).toEqual(['PT720M', 'PT720H', 'PT15M', 'PT8H', 'PT10M']);
    const strict = {
      SESSION_IDLE_MINUTES: '30',
      SESSION_HOURS: '9',
      SHARED_SESSION_IDLE_MINUTES: '5',
      SHARED_SESSION_HOURS: '1',
      REAUTHENTICATION_MINUTES: '2',
    };
    expect(inWords(readConfiguration(strict))).toEqual(['PT30M', 'PT9H', 'PT5M', 'PT1H', 'PT2M']);
  });

  it('takes empty variables for absent ones', () => {
    expect(readConfiguration({ DATABASE_URL: '', SMTP_URL: ' ' }).embedded).toBe(true);
  });

  it('is in production as soon as a database of its own is named', () => {
    expect(readConfiguration(own)).toMatchObject({ embedded: false, production: true });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a port that is no number', { PORT: 'http' }, /^PORT must be a number/],
    ['a port out of range', { PORT: '70000' }, /^PORT/],
    ['a database that is not PostgreSQL', { ...own, DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL must be a URL that starts with postgres:/],
    ['a time zone there is none of', { ORGANIZATION_TIME_ZONE: 'Mars/Base' }, /^ORGANIZATION_TIME_ZONE .*Europe\/Berlin/],
    ['a country there is none of', { ORGANIZATION_COUNTRY: 'ZZ' }, /^ORGANIZATION_COUNTRY must be a country code/],
    ['a proxy that is no address', { TRUSTED_PROXY: 'my-proxy', BASE_URL: 'https://privacy.example.com' }, /^TRUSTED_PROXY must be/],
    ['a limit that lets nobody in', { RATE_LIMIT: '0' }, /^RATE_LIMIT must be/],
    ['an unknown installation', { INSTALLATION: 'cloud' }, /^INSTALLATION must be hosted or own-server/],
    ['a key that is too short', { SECRET_KEYS: 'k1:c2hvcnQ=' }, /^SECRET_KEYS/],
    ['an address beyond this machine without TLS', { HOST: '0.0.0.0' }, /without TLS.*TLS_CERT/],
    ['half of a certificate', { TLS_CERT: 'cert.pem' }, /belong together/],
    ['a proxy without the address people use', { HOST: '0.0.0.0', TRUSTED_PROXY: '10.0.0.1' }, /needs BASE_URL/],
    ['a database without keys', { ...own, SECRET_KEYS: '' }, /needs SECRET_KEYS.*new-key/],
    ['a key out of an example', { ...own, SECRET_KEYS: `k1:${'A'.repeat(43)}=` }, /from an example/],
    ['production without a mail server', { ...own, SMTP_URL: '' }, /SMTP_URL is not set/],
    ['production on the embedded database without a mail server', { NODE_ENV: 'production' }, /SMTP_URL is not set/],
    ['a development mailbox for the whole network', { HOST: '0.0.0.0', TLS_CERT: 'c.pem', TLS_KEY: 'k.pem' }, /development mailbox.*SMTP_URL/],
    [
      'every address without the one people use',
      { HOST: '0.0.0.0', TLS_CERT: 'c.pem', TLS_KEY: 'k.pem', SMTP_URL: 'smtp://mail.example.com' },
      /^HOST=0\.0\.0\.0 .*set BASE_URL/,
    ],
    ['staff without a second factor in production', { ...own, STAFF_SECOND_FACTOR: 'optional' }, /STAFF_SECOND_FACTOR=optional/],
    ['an idle time of nothing', { SESSION_IDLE_MINUTES: '0' }, /^SESSION_IDLE_MINUTES must be a number of minutes between 5 and 43200/],
    ['a session without an end', { SESSION_HOURS: '100000' }, /^SESSION_HOURS must be a number of hours between 1 and 720/],
    ['a shared computer that stays open', { SHARED_SESSION_IDLE_MINUTES: '600' }, /^SHARED_SESSION_IDLE_MINUTES must be a number of minutes between 2 and 60/],
    ['a time that is no number', { REAUTHENTICATION_MINUTES: 'ten' }, /^REAUTHENTICATION_MINUTES must be a number of minutes between 1 and 60/],
    ['half a minute', { REAUTHENTICATION_MINUTES: '1.5' }, /^REAUTHENTICATION_MINUTES must be a number/],
    [
      'an idle time that is never reached',
      { SESSION_IDLE_MINUTES: '120', SESSION_HOURS: '1', SHARED_SESSION_HOURS: '1' },
      /^SESSION_IDLE_MINUTES=120 .*set it to 60 or less/,
    ],
    [
      'a shared computer that is open longer than one of one’s own',
      { SESSION_HOURS: '2', SESSION_IDLE_MINUTES: '60' },
      /shared computer.*SHARED_SESSION_HOURS/,
    ],
    ['a serving role without an owner', { DATABASE_APP_URL: 'postgres://app:x@db.example.com/smartpar' }, /needs DATABASE_URL/],
  ])('refuses %s in one sentence with the remedy', (_, variables, sentence) => {
    expect(() => readConfiguration(variables)).toThrow(sentence);
  });

  it('never repeats a secret in its refusal', () => {
    expect(() => readConfiguration({ ...own, SECRET_KEYS: 'k1:hunter2' })).toThrow(/^(?!.*hunter2)/);
  });

  it('accepts any address behind a declared proxy', () => {
    expect(
      readConfiguration({ HOST: '0.0.0.0', SMTP_URL: 'smtp://mail.example.com', TRUSTED_PROXY: '10.0.0.1', BASE_URL: 'https://privacy.example.com/' }).baseUrl,
    ).toBe('https://privacy.example.com');
  });
});
