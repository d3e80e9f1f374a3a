import { newId } from '@smartpar/kernel';
import { MAX_FACTS, usageBatch, usageEvent } from './usage-event.contract';

const event = (more: object) => ({ id: newId(), member: { externalId: 'e-1' }, ...more });
const device = (more: object = {}) => event({ kind: 'device', deviceId: 'd-1', type: 'phone', ...more });
const signIn = (more: object = {}) => event({ kind: 'sign-in', address: '203.0.113.7', ...more });
const diagnostic = (more: object = {}) => event({ kind: 'diagnostic', code: 'app.crash', ...more });
const facts = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`fact${index}`, index]));

describe('an event', () => {
  it.each<[string, object]>([
    ['a device', device()],
    ['a device with all there is to say', device({ system: 'Android 15', browser: 'Firefox 132', otherIds: [{ name: 'push', id: 'p-1' }] })],
    ['a sign-in', signIn()],
    ['a sign-in over IPv6', signIn({ address: '2001:db8::7' })],
    ['a diagnostic', diagnostic()],
    ['a diagnostic with facts', diagnostic({ app: '4.2.1', facts: { memory: 512, offline: true, screen: 'inbox' } })],
    ['one about a member by id', signIn({ member: { memberId: newId() } })],
    ['one about a member by account', signIn({ member: { accountId: newId() } })],
  ])('is %s', (_, sent) => {
    expect(usageEvent.safeParse(sent).error).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['without an id', { ...signIn(), id: undefined }],
    ['with an id that does not say when', signIn({ id: '7d444840-9dc0-41d1-b245-5ffdce74fad2' })],
    ['of another kind', event({ kind: 'location', place: 'Bremen' })],
    ['about nobody', signIn({ member: {} })],
    ['about somebody in two ways', signIn({ member: { externalId: 'e-1', memberId: newId() } })],
    ['with an address that is a name', signIn({ address: 'office.example' })],
    ['with more than it may say', signIn({ place: 'Bremen' })],
    ['of a device without an id', device({ deviceId: '' })],
    ['with an endless id', device({ deviceId: 'd'.repeat(201) })],
    ['with too many other ids', device({ otherIds: Array.from({ length: 6 }, () => ({ name: 'n', id: 'i' })) })],
    ['with too many facts', diagnostic({ facts: facts(MAX_FACTS + 1) })],
    ['with a fact that is a story', diagnostic({ facts: { story: 'x'.repeat(101) } })],
    ['with a fact that holds more', diagnostic({ facts: { nested: {} } })],
    ['with a fact of an odd name', diagnostic({ facts: { __proto: 1 } })],
    ['with a code in sentences', diagnostic({ code: 'It crashed!' })],
  ])('is never one %s', (_, sent) => {
    expect(usageEvent.safeParse(sent).success).toBe(false);
  });

  it('reads ids in the one spelling they are compared in', () => {
    const sent = signIn();
    expect(usageEvent.parse({ ...sent, id: sent.id.toUpperCase() }).id).toBe(sent.id);
  });
});

describe('a batch', () => {
  it.each([
    ['nothing', { events: [] }],
    ['too much', { events: Array.from({ length: 501 }, () => signIn()) }],
    ['more than events', { events: [signIn()], from: 'me' }],
    ['a bare list', [signIn()]],
  ])('is not one of %s', (_, sent) => expect(usageBatch.safeParse(sent).success).toBe(false));

  it('is one whatever its events are', () => expect(usageBatch.safeParse({ events: [null, 'x', {}] }).success).toBe(true));
});
