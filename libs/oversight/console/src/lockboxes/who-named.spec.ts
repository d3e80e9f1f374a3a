import { whoNamed } from './who-named';

it.each([
  ['M-10422', { number: 10_422 }],
  [' m10422 ', { number: 10_422 }],
  ['10422', { number: 10_422 }],
  ['linden@larkspur.example', { email: 'linden@larkspur.example' }],
  ['Linden Ashgrove', null],
  ['M-0', null],
  ['linden@larkspur', null],
  ['', null],
])('%j names %j', (text, named) => expect(whoNamed(text)).toEqual(named));
