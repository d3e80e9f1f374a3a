import { greeting } from './greeting';

describe('what is printed at the start', () => {
  it('names the address, the mailbox and one sign-in per line', () => {
    const text = greeting({
      address: 'http://localhost:3000',
      notes: [],
      signIns: [
        { kind: 'Owner', email: 'owner@larkspur.example', password: 'a-b-c' },
        { kind: 'Privacy officer', email: 'privacy@larkspur.example', password: 'd-e-f' },
      ],
      development: true,
      staffFactor: 'optional',
    });
    expect(text).toContain('answers at http://localhost:3000\n');
    expect(text).toContain('http://localhost:3000/development/mails');
    expect(text).toContain('  Owner            owner@larkspur.example    a-b-c\n');
    expect(text).toContain('  Privacy officer  privacy@larkspur.example  d-e-f\n');
    expect(text).toContain('STAFF_SECOND_FACTOR=required');
  });

  it('prints neither sign-ins nor a mailbox in production', () => {
    const text = greeting({ address: 'https://privacy.example.com', notes: ['A note.'], signIns: [], development: false, staffFactor: 'required' });
    expect(text).toBe('The SmartPAR privacy console answers at https://privacy.example.com\nA note.\n');
  });
});
