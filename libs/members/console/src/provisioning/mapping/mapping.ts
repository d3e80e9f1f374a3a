import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ATTRIBUTE_OF_FIELD, MAPPED_FIELDS, type MappedField, previewUser } from '@smartpar/members/model';
import { Control, Field } from '@smartpar/platform/ui';
import { CallWords } from '../directory/call-words';

/** Which attribute of a directory fills what here, and what would come of a user: read in the browser as the server reads it, and sent nowhere. */
@Component({
  selector: 'sp-directory-mapping',
  imports: [Control, Field, TranslocoPipe],
  templateUrl: './mapping.html',
  styleUrl: './mapping.scss',
})
export class DirectoryMapping {
  protected readonly words = inject(CallWords);

  protected readonly message = signal('');
  protected readonly preview = computed(() => (this.message().trim() === '' ? null : previewUser(this.message())));
  protected readonly rows = computed(() =>
    MAPPED_FIELDS.map((field) => {
      const value = this.preview()?.fields[field] ?? null;
      return { field, attribute: ATTRIBUTE_OF_FIELD[field], value, word: value === null ? 'provisioning.mapping.nothing' : wordOf(field, value) };
    }),
  );
}

/** The word for what is true or not. */
const wordOf = (field: MappedField, value: string): string | null => (field === 'guest' || field === 'active' ? `provisioning.mapping.${value}` : null);
