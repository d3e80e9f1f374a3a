import { crossSiteRefusal } from './cross-site';

const origins = new Set(['https://privacy.example.com']);
const refused = (method: string, headers: Record<string, string>) => crossSiteRefusal(method, headers, origins)?.code === 'request.cross_site';

describe('a change asked for', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['by the console', { 'sec-fetch-site': 'same-origin', origin: 'https://privacy.example.com' }, false],
    ['by the console in an older browser', { origin: 'https://privacy.example.com' }, false],
    ['by the person alone', { 'sec-fetch-site': 'none' }, false],
    ['by a program', {}, false],
    ['by another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, true],
    ['by another site in an older browser', { origin: 'https://evil.example' }, true],
    ['by a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.com' }, true],
    ['by another site that hides where it is from', { origin: 'null' }, true],
    ['over another protocol', { origin: 'http://privacy.example.com' }, true],
    ['from another port', { origin: 'https://privacy.example.com:8443' }, true],
    ['by something that says nonsense', { 'sec-fetch-site': 'same-origin, cross-site' }, true],
  ])('%s', (_, headers, expected) => {
    expect(['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => refused(method, headers))).toEqual(Array(4).fill(expected));
  });

  it('is no change when it only reads', () => {
    expect(['GET', 'HEAD', 'OPTIONS'].map((method) => refused(method, { 'sec-fetch-site': 'cross-site' }))).toEqual([false, false, false]);
  });
});
