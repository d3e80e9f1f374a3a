import { TestBed } from '@angular/core/testing';
import { expectAccessible, mount } from '@smartpar/platform/ui/testing';
import { QrModules } from './qr-modules';
import { QrPicture } from './qr-picture';

describe('a picture for a camera', () => {
  it('has a square for each dark module, quiet around it and words for who cannot see it', async () => {
    const modules = {
      provide: QrModules,
      useValue: {
        of: () =>
          Promise.resolve([
            [true, false],
            [false, true],
          ]),
      },
    };
    const page = await mount(QrPicture, { inputs: { text: 'otpauth://totp/x', label: 'Picture of a secret' }, providers: [modules] });
    await page.settle();
    const svg = page.element.querySelector('svg');
    expect(svg?.getAttribute('viewBox')).toBe('0 0 10 10');
    expect(page.element.querySelector('path')?.getAttribute('d')).toBe('M4 4h1v1h-1zM5 5h1v1h-1z');
    expect(svg?.getAttribute('aria-label')).toBe('Picture of a secret');
    await expectAccessible(page.element);
  });

  it('is drawn with the marks by which readers find it', async () => {
    const modules = await TestBed.inject(QrModules).of('otpauth://totp/SmartPAR:ines?secret=ABCDEFGHIJKLMNOP');
    expect(modules.length).toBe(modules[0]?.length);
    expect([modules[0]?.slice(0, 8), modules[0]?.slice(-7)].map((row) => row?.map(Number).join(''))).toEqual(['11111110', '1111111']);
  });
});
