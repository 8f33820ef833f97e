// Writes the licences of every package that the app is made of into public/notices.txt, shown at /notices.txt.
// Law: a package that ships without a stated licence stops the build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');

/** @param {string} target path of the file to write */
export function writeNotices(target) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, noticesText());
}

function noticesText() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const shipped = Object.keys(packages)
    .filter((path) => path !== '' && !packages[path].dev && !packages[path].optional && !packages[path].devOptional)
    .sort();
  const sections = shipped.map((path) => noticeOf(join(root, path)));
  const head = `Pickup Note contains the following ${sections.length} packages, each under its own licence.\n`;
  return [head, ...sections].join(`\n${'-'.repeat(80)}\n`);
}

/** @param {string} folder of one installed package */
function noticeOf(folder) {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} ${version} states no licence; look before shipping it.`);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const by = typeof author === 'string' ? author : author?.name;
  const head = [`${name} ${version} (${license})`, by && `by ${by}`, homepage].filter(Boolean).join('\n');
  return `${[head, ...texts].join('\n\n')}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeNotices(join(root, 'public', 'notices.txt'));
}
