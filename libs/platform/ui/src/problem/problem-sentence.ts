import type { Language } from '../language/language';
import type { Problem } from './problem';

/**
 * Says in the language in use why something did not work and what to do now.
 * @param sentences text keys of a place's own sentences, by code
 */
export function problemSentence(language: Language, problem: Problem, sentences: Readonly<Record<string, string>> = {}): string {
  const key = sentences[problem.code] ?? `ui.problem.${keyOf(problem)}`;
  if (language.knows(key)) return language.say(key, { seconds: problem.retryAfterSeconds ?? 0 });
  return problem.detail === '' ? language.say('ui.problem.unexpected') : problem.detail;
}

/** Text keys know no dots inside a name, so the code's dots become underscores. */
function keyOf(problem: Problem): string {
  if (problem.status === 0) return problem.code;
  if (problem.status >= 500) return 'failed';
  if (problem.status === 429 && problem.retryAfterSeconds !== null) return 'tooMany';
  return problem.code.replaceAll('.', '_');
}
