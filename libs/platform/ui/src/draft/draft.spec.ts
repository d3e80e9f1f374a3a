import { TestBed } from '@angular/core/testing';
import { Drafts, draftOf, type Draft } from './draft';

interface Question extends Record<string, string> {
  readonly address: string;
  readonly text: string;
}

const EMPTY: Question = { address: '', text: '' };
const open = (name = 'ask'): Draft<Question> => TestBed.runInInjectionContext(() => draftOf(name, EMPTY));

describe('a draft', () => {
  beforeEach(() => sessionStorage.clear());

  it('is there again after a reload', () => {
    open().model.set({ address: 'ines@nordwerk.example', text: 'What do you hold?' });
    TestBed.tick();
    TestBed.resetTestingModule();
    expect(open().model()).toEqual({ address: 'ines@nordwerk.example', text: 'What do you hold?' });
  });

  it('is forgotten once it is sent', () => {
    const draft = open();
    draft.model.set({ address: 'a', text: 'b' });
    TestBed.tick();
    draft.clear();
    TestBed.tick();
    expect(draft.model()).toEqual(EMPTY);
    expect(sessionStorage).toHaveLength(0);
  });

  it('leaves nothing behind where nothing was typed', () => {
    open();
    TestBed.tick();
    expect(sessionStorage).toHaveLength(0);
  });

  it('is kept apart from others, and forgotten with all of them', () => {
    sessionStorage.setItem('other', 'stays');
    open('reply:1').model.set({ address: '', text: 'one' });
    open('reply:2').model.set({ address: '', text: 'two' });
    TestBed.tick();
    expect(open('reply:2').model().text).toBe('two');
    TestBed.inject(Drafts).forgetAll();
    expect(Object.keys(sessionStorage)).toEqual(['other']);
  });

  it.each(['not json', '[]', '7', '{"text":3,"unknown":"x"}'])('is empty where something else was kept: %s', (kept) => {
    sessionStorage.setItem('draft:ask', kept);
    expect(open().model()).toEqual(EMPTY);
  });

  it('does without storage where it is switched off', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('refused');
    });
    const draft = open();
    draft.model.set({ address: 'a', text: '' });
    TestBed.tick();
    expect(draft.model().address).toBe('a');
  });
});
