import { Injectable } from '@angular/core';

/** Knows the dark and light squares of a picture; what draws them is fetched with the first picture. */
@Injectable({ providedIn: 'root' })
export class QrModules {
  /**
   * @param text what the picture says
   * @returns rows of squares, `true` for dark, without the quiet around them
   * @see ISO/IEC 18004
   */
  async of(text: string): Promise<readonly (readonly boolean[])[]> {
    const { encode } = await import('uqr');
    return encode(text, { ecc: 'M', border: 0 }).data;
  }
}
