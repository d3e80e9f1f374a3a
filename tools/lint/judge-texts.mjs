// Judges texts as if they stood at the given paths, without writing them there:
// reads [{ path, text }] as JSON and answers [[{ rule, message }]] in the same order.
import { text as read } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { root } from '../root.mjs';

const eslint = new ESLint({
  cwd: root,
  // A text that is no file yet belongs to no program, so what needs types is left out.
  overrideConfig: [
    { files: ['**/*.ts'], ...ts.configs.disableTypeChecked, languageOptions: { parserOptions: { project: null, program: null, projectService: false } } },
  ],
});

/** @type {{ path: string, text: string }[]} */
const planted = JSON.parse(await read(process.stdin));
const found = [];
for (const { path, text } of planted) {
  const [result] = await eslint.lintText(text, { filePath: path });
  found.push((result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId, message })));
}
process.stdout.write(JSON.stringify(found));
