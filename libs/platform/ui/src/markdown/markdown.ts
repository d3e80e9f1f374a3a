import { Component, computed, input } from '@angular/core';
import { asHtmlText } from '@smartpar/kernel';
import { Marked } from 'marked';

/** Headings of a text stand below the page's own. */
const DEEPER = 2;

const DEEPEST = 6;

const marked = new Marked({
  async: false,
  renderer: {
    heading({ tokens, depth }) {
      const level = Math.min(depth + DEEPER, DEEPEST);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
    },
    // what looks like HTML is what somebody wrote, and a picture would be fetched from elsewhere
    html: ({ text }) => asHtmlText(text),
    image: ({ text }) => asHtmlText(text),
  },
});

/** A text somebody wrote in Markdown: paragraphs, lists, headings and emphasis. Angular cleans what comes of it. */
@Component({
  selector: 'sp-markdown',
  template: '<div class="sp-prose" [innerHTML]="html()"></div>',
  styleUrl: './markdown.scss',
})
export class Markdown {
  readonly text = input.required<string>();

  protected readonly html = computed(() => String(marked.parse(this.text())));
}
