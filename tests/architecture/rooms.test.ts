// The walls of `src/`: who imports whom, where the clock may be asked, and what no file may contain.
// Law: every rule reports file and line, so that the message alone is enough to mend it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compositionRoots, importTable, namespaceHosts } from './import-table.ts';
import {
  type Finding,
  listSourcePaths,
  nameOf,
  type PlacedNode,
  readSourceFile,
  type SourceFile,
  sourceFolder,
  textOf,
} from './source-file.ts';

const paths = listSourcePaths();
const files = paths.filter((path) => /\.tsx?$/.test(path)).map(readSourceFile);
const rooms = [...new Set(paths.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))].sort();

describe('the rooms of src/', () => {
  test('A1 every folder of src/ is a room of the import table, and every room exists', () => {
    expect(rooms).toEqual(Object.keys(importTable).sort());
  });

  test('A2 a room imports only the rooms that the table allows it', () => {
    const findings = files.flatMap((file) =>
      file.imports.flatMap((imported) =>
        imported.kind === 'file' &&
        imported.room !== file.room &&
        !importTable[file.room]?.rooms.includes(imported.room)
          ? [`${file.path}:${imported.line}  ${file.room} may not import ${imported.room} (${imported.path})`]
          : [],
      ),
    );
    expect(findings).toEqual([]);
  });

  test('A3 a room imports only the packages that the table allows it', () => {
    const findings = files.flatMap((file) =>
      file.imports.flatMap((imported) =>
        imported.kind === 'package' && !importTable[file.room]?.packages.includes(imported.name)
          ? [`${file.path}:${imported.line}  ${file.room} may not import the package ${imported.name}`]
          : [],
      ),
    );
    expect(findings).toEqual([]);
  });

  test("A4 the compiler's references of each room are the table's", () => {
    for (const [room, rule] of Object.entries(importTable)) {
      const { references } = JSON.parse(readFileSync(join(sourceFolder, room, 'tsconfig.json'), 'utf8'));
      const referenced = references.map((reference: { readonly path: string }) => reference.path.replace('../', ''));
      expect([room, ...referenced.sort()]).toEqual([room, ...[...rule.rooms].sort()]);
    }
  });

  test('A5 relative imports carry their ending and name a file that exists', () => {
    const findings = files.flatMap((file) =>
      file.imports.flatMap((imported) =>
        imported.kind === 'file' && !existsSync(join(sourceFolder, imported.path))
          ? [`${file.path}:${imported.line}  ${imported.path}`]
          : [],
      ),
    );
    expect(findings).toEqual([]);
  });

  test('A6 the clock, chance and new ids are asked for only in the composition roots', () => {
    const outside = files.filter((file) => !compositionRoots.includes(file.room));
    expect(findingsIn(outside, worldAsked)).toEqual([]);
  });

  test('A7 there are no index files', () => {
    expect(paths.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  });

  test('A8 nothing is exported a second time', () => {
    expect(findingsIn(files, reExport)).toEqual([]);
  });

  test('A9 nothing has the type any', () => {
    expect(findingsIn(files, ({ type }) => (type === 'TSAnyKeyword' ? 'any' : null))).toEqual([]);
  });

  test('A10 no script or style names an address outside the app', () => {
    const styles = paths
      .filter((path) => path.endsWith('.css'))
      .flatMap((path) =>
        foreignAddresses(readFileSync(join(sourceFolder, path), 'utf8')).map((url) => `${path}  ${url}`),
      );
    const scripts = findingsIn(files, (node) => foreignAddresses(textOf(node) ?? '')[0] ?? null);
    expect([...scripts, ...styles]).toEqual([]);
  });

  test('A11 words that a person reads stand in *.texts.ts files, not in a screen', () => {
    const screens = files.filter((file) => file.room === 'ui' && file.path.endsWith('.tsx'));
    const asianText = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]+/u;
    expect(findingsIn(screens, (node) => asianText.exec(textOf(node) ?? '')?.[0] ?? null)).toEqual([]);
  });

  test('A12 the map src/README.md names every room, and no file that is gone', () => {
    const map = readFileSync(join(sourceFolder, 'README.md'), 'utf8');
    const named = [...map.matchAll(/`([\w./-]+)`/g)].flatMap((match) => match[1] ?? []);
    expect(rooms.filter((room) => !named.includes(`${room}/`))).toEqual([]);
    const gone = named.filter(
      (name) => /\.(tsx?|css)$/.test(name) && !name.startsWith('.') && !existsSync(join(sourceFolder, name)),
    );
    expect(gone).toEqual([]);
  });
});

function findingsIn(where: readonly SourceFile[], find: (node: PlacedNode) => string | null): Finding[] {
  return where.flatMap((file) =>
    file.nodes.flatMap((node) => {
      const found = find(node);
      return found === null ? [] : [`${file.path}:${node.line}  ${found}`];
    }),
  );
}

/** `Date.now`, `Date()`, `new Date()` without an argument, `Math.random`, `crypto.randomUUID`; a mention counts, not only a call. */
function worldAsked({ type, fields }: PlacedNode): string | null {
  const banned = ['Date.now', 'Math.random', 'crypto.randomUUID'];
  if (type === 'MemberExpression') return banned.find((name) => name === nameOf({ ...fields, type })) ?? null;
  const makesDate = nameOf(fields.callee) === 'Date';
  const noArgument = Array.isArray(fields.arguments) && fields.arguments.length === 0;
  if (type === 'CallExpression' && makesDate) return 'Date()';
  return type === 'NewExpression' && makesDate && noArgument ? 'new Date()' : null;
}

function reExport({ type, fields }: PlacedNode): string | null {
  if (type === 'ExportAllDeclaration') return 'export *';
  return type === 'ExportNamedDeclaration' && fields.source !== null ? 'export … from' : null;
}

function foreignAddresses(text: string): string[] {
  const addresses = text.match(/(?:https?|wss?):\/\/[^\s"'`)<>]+|url\(\s*["']?\/\/[^)]*/g) ?? [];
  return addresses.filter((address) => !namespaceHosts.some((host) => address.startsWith(`http://${host}/`)));
}
