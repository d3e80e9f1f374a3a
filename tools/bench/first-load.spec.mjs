import { firstScripts } from './first-load.mjs';

it('the first load is what the page names, what every page begins with and what those import, not what is loaded later', () => {
  const scripts = {
    'paint.js': '',
    'main.js': 'import{a as b}from"./one.js";import"./two.js";const later=()=>import("./later.js");',
    'one.js': 'export{c}from"./two.js";',
    'two.js': '',
    'beginning.js': 'import"./three.js"',
    'three.js': '',
  };
  const page = '<script src="paint.js" nonce="n"></script><link rel="modulepreload" href="one.js"><script src="main.js" type="module"></script>';
  const files = firstScripts(page, ['two.js', 'beginning.js'], (file) => scripts[file]);
  expect([...files]).toEqual(['paint.js', 'main.js', 'one.js', 'two.js', 'beginning.js', 'three.js']);
});
