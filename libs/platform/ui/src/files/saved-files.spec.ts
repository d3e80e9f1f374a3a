import { TestBed } from '@angular/core/testing';
import { SavedFiles } from './saved-files';

it('a file is handed to the browser under its name, and let go of afterwards', () => {
  jest.useFakeTimers();
  const revoke = jest.fn();
  Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: revoke });
  const clicked: [string, string][] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push([this.download, this.href]);
  });
  TestBed.inject(SavedFiles).save('members.csv', new Blob(['x']));
  expect([clicked, revoke.mock.calls]).toEqual([[['members.csv', 'blob:file']], []]);
  jest.runAllTimers();
  expect(revoke).toHaveBeenCalledWith('blob:file');
  jest.restoreAllMocks();
  jest.useRealTimers();
});
