import { memberView, SHIRT } from '../../../testing/src';
import { isOpen, typedWork, workChange } from './work-correction';

const BASE = typedWork(
  memberView({ profile: { department: 'Quay', manager: { id: 'member-2', number: 10_423 }, country: 'DE', timeZone: null }, attributes: [SHIRT] }),
);

describe('what is corrected of somebody’s work', () => {
  it('is what was changed, and nothing else', () => {
    expect(workChange({ ...BASE, department: ' Night shift ' }, BASE)).toEqual({
      fields: { department: 'Night shift' },
      attributes: undefined,
      manager: undefined,
    });
    expect(workChange(BASE, BASE)).toEqual({ fields: {}, attributes: undefined, manager: undefined });
  });

  it('is taken away where it was emptied', () => {
    const emptied = { ...BASE, department: ' ', managerId: '', attributes: { [SHIRT.id]: '' } };
    expect(workChange(emptied, BASE)).toEqual({ fields: { department: null }, manager: null, attributes: { [SHIRT.id]: null } });
  });

  it('names whoever leads them by number', () => {
    expect([BASE.managerId, workChange({ ...BASE, managerId: 'M-10001' }, BASE).manager]).toEqual(['M-10423', 'M-10001']);
  });
});

it('is open but where a directory leads, and where it is hidden it is open too', () => {
  expect([isOpen(undefined), isOpen({ editors: ['person', 'administrator'] }), isOpen({ editors: ['directory'] })]).toEqual([true, true, false]);
});
