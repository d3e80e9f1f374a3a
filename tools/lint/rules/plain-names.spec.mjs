import { plainNames } from './plain-names.mjs';
import { tester } from './rule-tester.mjs';

const named = (code, filename = 'libs/requests/api/src/answer-request.ts') => ({ code, filename });

tester.run('plain-names', plainNames, {
  valid: [
    named('class AnswerRequest {}'),
    named('interface Actor {}'),
    named('interface Invitation {}'),
    named("@Component({ selector: 'sp-a' }) class RequestList {}"),
    named("@Pipe({ name: 'day' }) class DayPipe {}"),
    named('type Id = string;', 'libs/requests/api/src/migrations/20261123000001-create-requests.ts'),
    named('const a = 1;', 'libs/requests/model/src/request.access.spec.ts'),
    named('export default class {}'),
  ],
  invalid: [
    { ...named('class MemberService {}'), errors: [{ messageId: 'empty' }] },
    { ...named('class SessionManager {}'), errors: [{ messageId: 'empty' }] },
    { ...named('type DateUtils = string;'), errors: [{ messageId: 'empty' }] },
    { ...named('interface IMember {}'), errors: [{ messageId: 'prefix' }] },
    { ...named('@Component({}) class RequestListComponent {}'), errors: [{ messageId: 'suffix' }] },
    { ...named('const a = 1;', 'libs/requests/api/src/AnswerRequest.ts'), errors: [{ messageId: 'file' }] },
    { ...named('const a = 1;', 'libs/requests/api/src/answer_request.ts'), errors: [{ messageId: 'file' }] },
  ],
});
