import { DOCUMENT, Injectable, inject } from '@angular/core';

/** Hands files over to the browser, which keeps them where the person's downloads are. */
@Injectable({ providedIn: 'root' })
export class SavedFiles {
  private readonly document = inject(DOCUMENT);

  /** Keeps a file under a name; where there is one, the browser finds another. */
  save(name: string, content: Blob): void {
    const address = URL.createObjectURL(content);
    const link = this.document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // the browser has begun to read it by then
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}
