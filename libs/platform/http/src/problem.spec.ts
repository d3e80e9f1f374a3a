import { HttpException } from '@nestjs/common';
import { conflict, DomainError, invalid, notFound, tooMany } from '@smartpar/kernel';
import * as z from 'zod';
import { ContractViolation } from './contract-pipe';
import { problemContract, refusalOf } from './problem';

const refuse = (error: unknown, locale: 'en' | 'de' = 'en') => refusalOf(error, { requestId: 'r-1', locale });

describe('a problem document', () => {
  it('says what a domain error says', () => {
    expect(refuse(conflict('request.closed', 'It is closed. Reopen it first.')).problem).toEqual({
      type: 'urn:smartpar:problem:request.closed',
      title: 'Conflict',
      status: 409,
      detail: 'It is closed. Reopen it first.',
      code: 'request.closed',
      instance: 'r-1',
    });
  });

  it.each<[string, unknown, number, string]>([
    ['something missing', notFound(), 404, 'not_found'],
    ['an unknown address', new HttpException('Cannot GET /x', 404), 404, 'not_found'],
    ['JSON that is none', Object.assign(new SyntaxError('Unexpected token'), { statusCode: 400 }), 400, 'request.malformed'],
    ['too much', Object.assign(new Error('FST_ERR_CTP_BODY_TOO_LARGE'), { statusCode: 413 }), 413, 'request.too_large'],
    ['a form', Object.assign(new Error('Unsupported'), { statusCode: 415 }), 415, 'request.media_type'],
    ['the end of the server', new HttpException('x', 503), 503, 'server.stopping'],
    ['a failure of ours', new Error('relation "members" does not exist'), 500, 'server.error'],
    ['a status nobody foresaw', new HttpException('I am a teapot', 418), 500, 'server.error'],
    ['a thrown text', 'select * from members', 500, 'server.error'],
    ['nothing', undefined, 500, 'server.error'],
  ])('answers %s', (_, error, status, code) => {
    expect(refuse(error).problem).toMatchObject({ status, code });
  });

  it('tells outsiders nothing of a failure', () => {
    const error = new Error('select secret from members', { cause: new Error('ada@example.com') });
    expect(JSON.stringify(refuse(error).problem)).not.toMatch(/select|secret|ada@|spec\.ts/);
  });

  it('lists what is wrong with which field', () => {
    const error = new ContractViolation(z.strictObject({ name: z.string() }), {}, 'body');
    expect(refuse(error).problem).toMatchObject({ status: 422, code: 'request.invalid', errors: [{ field: 'name', code: 'required' }] });
  });

  it('keeps the fields a domain error names', () => {
    const fields = [{ field: 'name', code: 'taken', message: 'Choose another.' }];
    expect(refuse(invalid('site.name_taken', 'Choose another name.', fields)).problem.errors).toEqual(fields);
  });

  it('is the same document for missing and forbidden', () => {
    expect(refuse(notFound()).problem).toEqual(refuse(new HttpException('Cannot GET /api/x', 404)).problem);
  });

  it('speaks German to who reads German', () => {
    expect(refuse(notFound(), 'de').problem).toMatchObject({ title: 'Nicht gefunden', detail: expect.stringMatching(/^Unter dieser Adresse/) });
  });

  it('says when to come back', () => {
    expect(refuse(tooMany('x', 'y', 30)).retryAfterSeconds).toBe(30);
  });

  it.each<[string, unknown, boolean]>([
    ['a failure of ours', new Error('x'), true],
    ['a refusal', notFound(), false],
    ['a domain error of the server', new DomainError({ code: 'x', status: 502, message: 'y' }), true],
    ['something that is not offered', new DomainError({ code: 'x', status: 501, message: 'y' }), false],
  ])('is worth a line in the log for %s: %s', (_, error, unforeseen) => {
    expect(refuse(error).unforeseen).toBe(unforeseen);
  });

  it('keeps to its own contract', () => {
    expect(problemContract.safeParse(refuse(new Error('x')).problem).success).toBe(true);
  });
});
