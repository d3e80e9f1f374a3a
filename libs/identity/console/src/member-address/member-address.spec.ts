import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import en from '../i18n/en.json' with { type: 'json' };
import { MemberAddress } from './member-address';

async function open() {
  const page = await mount(MemberAddress, { texts: { identity: en }, inputs: { organizationId: 'o1' } });
  const fill = (values: readonly string[]) =>
    [...page.element.querySelectorAll('input')].forEach((field, index) => {
      field.value = values[index] ?? '';
      field.dispatchEvent(new Event('input'));
    });
  const send = async () => {
    page.element.querySelector('form')?.dispatchEvent(new Event('submit'));
    await page.settle();
  };
  return { page, fill, send };
}

const ADDRESS = '/api/organizations/o1/sign-in-address';

describe('another sign-in address of a member', () => {
  it('is given by number, and says first what stays theirs', async () => {
    const { page, fill, send } = await open();
    expect(page.text()).toContain('Their password');
    await expectAccessible(page.element);
    await send();
    page.http.expectNone(ADDRESS);
    fill(['M-17', 'ines.new@larkspur.example']);
    await send();
    const call = page.http.expectOne({ method: 'PUT', url: ADDRESS });
    expect(call.request.body).toEqual({ memberNumber: 'M-17', email: 'ines.new@larkspur.example' });
    call.flush(null, { status: 204, statusText: 'No Content' });
    await page.settle();
    expect(page.element.querySelector('input')?.value).toBe('');
  });

  it('says beside the field why it is out of reach', async () => {
    const { page, fill, send } = await open();
    fill(['M-17', 'ines@home.example']);
    await send();
    const errors = [{ field: 'email', code: 'sign-in-address.not_of_domain', message: '' }];
    page.http
      .expectOne(ADDRESS)
      .flush({ status: 422, code: 'sign-in-address.not_of_domain', detail: '', errors }, { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(page.text()).toContain('domains your organization has proved');
  });
});
