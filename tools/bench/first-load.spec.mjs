import { firstScripts } from './first-load.mjs';

it('the first load is what the page names and what that imports, not what is loaded later', () => {
  const scripts = {
    'paint.js': '',
    'main.js': 'import{a as b}from"./one.js";import"./two.js";const later=()=>import("./later.js");',
    'one.js': 'export{c}from"./two.js";',
    'two.js': '',
  };
  const page = '<script src="paint.js" nonce="n"></script><link rel="modulepreload" href="one.js"><script src="main.js" type="module"></script>';
  expect([...firstScripts(page, (file) => scripts[file])]).toEqual(['paint.js', 'main.js', 'one.js', 'two.js']);
});
