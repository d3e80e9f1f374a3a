import { isPublicSuffix } from './public-suffixes';

it.each(['co.uk', 'kawasaki.jp', 'github.io', 's3.amazonaws.com', 'xn--p1ai'])('%s is no single owner’s', (domain) =>
  expect(isPublicSuffix(domain)).toBe(true),
);

it.each(['example.co.uk', 'larkspur.example', 'mail.larkspur.example', 'nordwerk.de', 'larkspur.github.io'])('%s may be somebody’s', (domain) =>
  expect(isPublicSuffix(domain)).toBe(false),
);
