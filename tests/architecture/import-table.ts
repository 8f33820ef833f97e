// Who may import whom: the walls between the rooms of `src/`, as a table.
// Law: the compiler's references (src/*/tsconfig.json) and this table say the same; rooms.test.ts compares both with the code.

/** What one room may import: other rooms, and packages by name. */
export interface RoomRule {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

/** The rooms that exist, lowest first. A folder of `src/` that is not here fails the test. */
export const importTable: Readonly<Record<string, RoomRule>> = {
  domain: { rooms: [], packages: ['date-fns', 'zod', 'libphonenumber-js', 'es-hangul'] },
  merge: { rooms: [], packages: [] },
  intake: { rooms: ['domain'], packages: ['zod', 'es-hangul', 'fflate'] },
  store: { rooms: ['domain', 'merge'], packages: ['date-fns', 'dexie', 'zod', 'fflate', 'node-diff3'] },
  ui: { rooms: ['domain', 'intake', 'store'], packages: ['date-fns', 'react', 'react-dom', 'wouter', 'qrcode', 'zod'] },
  app: {
    rooms: ['domain', 'merge', 'intake', 'store', 'ui'],
    packages: ['react', 'react-dom', 'wouter', 'workbox-window', 'zod', 'fflate'],
  },
  sw: { rooms: [], packages: ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'] },
};

/** The composition roots: only here may the clock, chance and new ids be asked for. */
export const compositionRoots: readonly string[] = ['app', 'sw'];

/** Names that look like addresses but are never fetched. */
export const namespaceHosts: readonly string[] = ['www.w3.org', 'schemas.openxmlformats.org'];
