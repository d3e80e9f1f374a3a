import { createHmac } from 'node:crypto';
import { newWebhookSecret, webhookSignature } from './signature';

// The example the Standard Webhooks libraries are tested with.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const webhook = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' };
const SIGNED = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

describe('the signature of a webhook', () => {
  it('is that of the example, with the prefix of the secret or without', () => {
    expect(webhookSignature(webhook, [SECRET])).toBe(SIGNED);
    expect(webhookSignature(webhook, [SECRET.slice('whsec_'.length)])).toBe(SIGNED);
  });

  it('is given once for each secret, the current one first', () => {
    const other = newWebhookSecret();
    const key = Buffer.from(other.slice('whsec_'.length), 'base64');
    const second = createHmac('sha256', key).update(`${webhook.id}.${webhook.timestamp}.${webhook.body}`).digest('base64');
    expect(webhookSignature(webhook, [SECRET, other])).toBe(`${SIGNED} v1,${second}`);
  });

  it('changes with the id, the time and the body', () => {
    const others = [
      { ...webhook, id: 'x' },
      { ...webhook, timestamp: 1 },
      { ...webhook, body: '{}' },
    ].map((one) => webhookSignature(one, [SECRET]));
    expect(new Set([SIGNED, ...others]).size).toBe(4);
  });
});

it('a secret has 32 bytes and is another one each time', () => {
  const secrets = Array.from({ length: 10 }, newWebhookSecret);
  expect(new Set(secrets).size).toBe(10);
  expect(secrets.every((secret) => /^whsec_[A-Za-z0-9+/]{43}=$/.test(secret))).toBe(true);
});
