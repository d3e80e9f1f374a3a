import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/**
 * A person in one line: a name or a member number, and a role, as far as the reader may know them. Never an e-mail
 * address: who may know one is shown it as a value of its own.
 */
@Component({
  selector: 'sp-person-line',
  imports: [TranslocoPipe],
  templateUrl: './person-line.html',
  styleUrl: './person-line.scss',
})
export class PersonLine {
  /** the person's name, where the reader may know it */
  readonly name = input<string | null>();
  /** the member's number in the organization: 10422 is shown as M-10422 */
  readonly number = input<number | null>();
  /** what the person is here, in the reader's language */
  readonly duty = input<string | null>();

  protected readonly initials = computed(() =>
    (this.name() ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((word, index, words) => (index === 0 || index === words.length - 1 ? [[...word][0]] : []))
      .join(''),
  );
  protected readonly handle = computed(() => {
    const number = this.number();
    return number === null || number === undefined ? null : `M-${number}`;
  });
}
