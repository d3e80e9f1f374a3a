import { Component, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/**
 * Where a file is chosen: by its button, or by dropping it anywhere on the page, which would otherwise open it in the place of the console.
 */
@Component({
  selector: 'sp-file-choice',
  imports: [Icon, MatButton, TranslocoPipe],
  templateUrl: './file-choice.html',
  styleUrl: './file-choice.scss',
  host: {
    class: 'sp-no-print',
    '[class.over]': 'over()',
    '(document:dragover)': 'hover($event)',
    '(document:dragleave)': 'leave($event)',
    '(document:drop)': 'drop($event)',
  },
})
export class FileChoice {
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');

  /** the word on the button */
  readonly label = input.required<string>();
  /** kinds of files offered first, as the browser's dialog understands them: `.csv,text/csv` */
  readonly accept = input('');
  /** nothing can be chosen now */
  readonly disabled = input(false);
  readonly chosen = output<File>();

  protected readonly over = signal(false);
  /** more than one was dropped */
  protected readonly many = signal(false);

  protected open(): void {
    this.input().nativeElement.click();
  }

  protected pick(): void {
    const input = this.input().nativeElement;
    this.take([...(input.files ?? [])]);
    // the same file, changed meanwhile, can be chosen again
    input.value = '';
  }

  protected hover(event: DragEvent): void {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    this.over.set(!this.disabled());
  }

  protected leave(event: DragEvent): void {
    if (event.relatedTarget === null) this.over.set(false);
  }

  protected drop(event: DragEvent): void {
    this.over.set(false);
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (!this.disabled()) this.take([...(event.dataTransfer?.files ?? [])]);
  }

  private take(files: readonly File[]): void {
    const [file] = files;
    this.many.set(files.length > 1);
    if (file !== undefined && files.length === 1) this.chosen.emit(file);
  }
}

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
