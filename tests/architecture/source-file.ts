// One source file read for the architecture test: what it imports and what in it is worth a question.
// Law: reads the syntax tree, not the text, so that a comment or a string never counts as code.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';

export const sourceFolder = join(import.meta.dirname, '../../src');

/** A finding with its place, ready to be shown: `domain/order.ts:12  Math.random`. */
export type Finding = string;

/** A script file of `src/`. `path` is relative to `src/`, `room` its first folder. */
export interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly imports: readonly Imported[];
  readonly nodes: readonly PlacedNode[];
}

/** What an import names: a file of `src/` (relative to it) or a package. */
export type Imported =
  | { readonly kind: 'file'; readonly path: string; readonly room: string; readonly line: number }
  | { readonly kind: 'package'; readonly name: string; readonly line: number };

/** A node of the syntax tree with its line; its fields are looked at by name and narrowed where they are used. */
export interface PlacedNode {
  readonly type: string;
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Every file under `src/`, relative to it. */
export function listSourcePaths(): string[] {
  return readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(sourceFolder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Reads and parses one `.ts` or `.tsx` file. Throws where it does not parse. */
export function readSourceFile(path: string): SourceFile {
  const text = readFileSync(join(sourceFolder, path), 'utf8');
  const parsed = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const nodes: PlacedNode[] = [];
  collectNodes(parsed.program, text, nodes);
  const imports = nodes.flatMap((node) => {
    const name = importedName(node);
    return name === null ? [] : [resolveImport(path, name, node.line)];
  });
  return { path, room: roomOf(path), imports, nodes };
}

function collectNodes(value: unknown, text: string, into: PlacedNode[]): void {
  if (Array.isArray(value)) {
    for (const each of value) collectNodes(each, text, into);
  } else if (isRecord(value)) {
    if (typeof value.type === 'string' && typeof value.start === 'number') {
      into.push({ type: value.type, line: text.slice(0, value.start).split('\n').length, fields: value });
    }
    for (const each of Object.values(value)) collectNodes(each, text, into);
  }
}

/** The address that a node imports: `import`, `export … from`, `import()`, `new URL('./x', import.meta.url)`. */
function importedName(node: PlacedNode): string | null {
  const imports = [
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportAllDeclaration',
    'ImportExpression',
    'TSImportType',
  ];
  if (imports.includes(node.type)) return stringValue(node.fields.source);
  const isUrl = node.type === 'NewExpression' && nameOf(node.fields.callee) === 'URL';
  const [address, base] = isUrl && Array.isArray(node.fields.arguments) ? node.fields.arguments : [];
  return isRecord(base) && nameOf(base) === 'import.meta.url' ? stringValue(address) : null;
}

function resolveImport(from: string, name: string, line: number): Imported {
  if (name.startsWith('.')) {
    const path = join(dirname(from), name.replace(/\?.*$/, ''));
    return { kind: 'file', path, room: roomOf(path), line };
  }
  const parts = name.split('/');
  return { kind: 'package', name: parts.slice(0, name.startsWith('@') ? 2 : 1).join('/'), line };
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** The dotted name that an expression spells, such as `crypto.randomUUID`; empty where it is no plain name. */
export function nameOf(node: unknown): string {
  if (!isRecord(node)) return '';
  if (node.type === 'Identifier' && typeof node.name === 'string') return node.name;
  if (node.type === 'MetaProperty') return `${nameOf(node.meta)}.${nameOf(node.property)}`;
  if (node.type !== 'MemberExpression') return '';
  const property = node.computed === true ? stringValue(node.property) : nameOf(node.property);
  return `${nameOf(node.object)}.${property}`.replace(/^(globalThis|window|self)\./, '');
}

/** The text of a string literal, else null. */
export function stringValue(node: unknown): string | null {
  return isRecord(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** The text that a node would put on a page or hand to the browser, else null. */
export function textOf({ type, fields }: PlacedNode): string | null {
  if (type === 'JSXText' && typeof fields.value === 'string') return fields.value;
  if (type === 'TemplateElement' && isRecord(fields.value)) return String(fields.value.raw);
  return type === 'Literal' && typeof fields.value === 'string' ? fields.value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
