import { numbersIn } from './member-numbers';

describe('numbers of members', () => {
  it.each([
    ['M-10422', ['10422']],
    [' m10422,  10423 ;M-10422', ['10422', '10423']],
    ['', []],
  ])('are read from %j', (text, numbers) => expect(numbersIn(text)).toEqual(numbers));

  it.each(['quill@larkspur.example', 'M-1', 'M-10422 and Quill'])('are nothing else: %j', (text) => expect(numbersIn(text)).toBeNull());
});
