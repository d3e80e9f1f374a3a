import { randomUUID } from 'node:crypto';
import type { Answer } from '../organizations/person';
import type { RequestsHouse, WaitingMail } from './requests-house';

/** What a question is asked with, unless told otherwise. */
export const QUESTION = { identifier: 'kim@larkspur.example', replyAddress: 'kim@larkspur.example', text: 'What do you hold about me?' };

/** Somebody without a session. */
export class Stranger {
  constructor(private readonly house: RequestsHouse) {}

  /** Sends something to a public page. */
  async post(path: string, body: object, key: string = randomUUID()): Promise<Answer> {
    const answer = await this.house.app.inject({ method: 'POST', url: `/api${path}`, headers: { 'idempotency-key': key }, payload: body });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
  }

  /** Asks a question and finds the confirmation mail. @returns the token of its link */
  async asks(facts: object = {}): Promise<string> {
    const { status } = await this.post('/questions', { ...QUESTION, ...facts });
    if (status !== 202) throw new Error(`The question was answered with ${status}.`);
    const [mail] = (await this.house.mails()).filter(({ template }) => template === 'requests.confirmation');
    if (mail === undefined) throw new Error('No confirmation mail waits.');
    return this.confirmationToken(mail);
  }

  /** The token of a confirmation mail's link. */
  confirmationToken({ facts }: WaitingMail): string {
    return this.house.tokens.make('confirm-question', [String(facts['questionId']), String(facts['generation'])]);
  }

  /** Asks, confirms, and finds the private links. */
  async asksAndConfirms(facts: object = {}): Promise<Answer['body']> {
    const { status, body } = await this.post('/questions/confirmation', { token: await this.asks(facts) });
    if (status !== 201) throw new Error(`The confirmation was answered with ${status}: ${JSON.stringify(body)}.`);
    return body;
  }

  /** Opens a private link. */
  follows(token: string): Promise<Answer> {
    return this.post('/follow', { token });
  }

  /** Adds to the request behind a private link. */
  appends(token: string, text: string, key?: string): Promise<Answer> {
    return this.post('/follow/messages', { token, text }, key);
  }
}
