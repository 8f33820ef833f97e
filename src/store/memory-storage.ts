// The storage door in memory, with faults on demand: the twin that tests and the simulation run the real store on.
// Law: passes the same contract suite as the browser's database; a fault leaves nothing of a transaction behind.
import { compareKeys } from './key-order.ts';
import type { Key, KeyPart, ListOptions, Range, Storage, StorageTx, TableName, TableSpec } from './storage.ts';
import { SHOP_TABLES, StorageFailure, TABLE_NAMES } from './storage.ts';

/** Asked before each call inside a transaction and before its commit; answers what goes wrong there, or nothing. */
export type Fault = (at: {
  readonly call: string;
  readonly table: TableName | null;
  readonly mode: 'read' | 'write';
}) => 'disk-full' | 'lost-before-commit' | 'lost-after-commit' | 'failed' | null;

type Row = Readonly<Record<string, unknown>>;
interface Table {
  readonly spec: TableSpec;
  /** By the spelling of the key. */
  rows: ReadonlyMap<string, Row>;
}

function keyOf(spec: TableSpec, row: Row): Key {
  if (typeof spec.key === 'string') return row[spec.key] as KeyPart;
  return spec.key.map((part) => row[part] as KeyPart);
}

const isKeyPart = (value: unknown): value is KeyPart => typeof value === 'string' || typeof value === 'number';

/** The row's keys in an index; none when it lacks a property, or one of several. */
function indexKeys({ path, many }: TableSpec['indexes'][string], row: Row): Key[] {
  if (typeof path !== 'string') {
    const parts = path.map((part) => row[part]);
    return parts.every(isKeyPart) ? [parts] : [];
  }
  const value = row[path];
  const values: unknown[] = many === true ? (Array.isArray(value) ? [...new Set(value as unknown[])] : []) : [value];
  return values.filter(isKeyPart);
}

function isWithin(range: Range | undefined, key: unknown): boolean {
  if (range === undefined) return true;
  if (range.prefix !== undefined) {
    return Array.isArray(key) && range.prefix.every((part, index) => compareKeys(part, key[index]) === 0);
  }
  if (range.from !== undefined && compareKeys(key, range.from) < 0) return false;
  if (range.to === undefined) return true;
  const order = compareKeys(key, range.to);
  return range.toOpen === true ? order < 0 : order <= 0;
}

/** Each row under each of its keys in the index (an array property gives several). */
function indexed(table: Table, options: ListOptions): { key: unknown; primary: Key; row: Row }[] {
  const entries: { key: unknown; primary: Key; row: Row }[] = [];
  const index = options.index === undefined ? null : table.spec.indexes[options.index];
  if (index === undefined) throw new Error(`no index ${options.index}`);
  for (const row of table.rows.values()) {
    const primary = keyOf(table.spec, row);
    if (index === null) entries.push({ key: primary, primary, row });
    else for (const key of indexKeys(index, row)) entries.push({ key, primary, row });
  }
  const within = entries.filter((entry) => isWithin(options.range, entry.key));
  within.sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.primary, b.primary));
  if (options.reverse === true) within.reverse();
  const start = options.offset ?? 0;
  return within.slice(start, options.limit === undefined ? undefined : start + options.limit);
}

const copy = <T>(value: T): T => structuredClone(value);

/** A database in memory. `fault` decides, call by call, what goes wrong. */
export function createMemoryStorage(
  fault: Fault = () => null,
): Storage & { /** Everything in it, for comparisons. */ dump(): Record<string, Row[]> } {
  const tables = new Map<TableName, Table>(
    TABLE_NAMES.map((name) => [name, { spec: SHOP_TABLES[name], rows: new Map<string, Row>() }]),
  );
  const tableOf = (name: TableName): Table => {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`no table ${name}`);
    return table;
  };
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const run = async <Answer>(
    mode: 'read' | 'write',
    names: readonly TableName[],
    body: (tx: StorageTx) => Promise<Answer>,
  ): Promise<Answer> => {
    if (closed) throw new StorageFailure('closed', null);
    const before = new Map(names.map((name) => [name, tableOf(name).rows]));
    const fresh = new Map<TableName, Map<string, Row>>();
    const check = (call: string, table: TableName | null) => {
      const answer = fault({ call, table, mode });
      if (answer === 'disk-full') throw new StorageFailure('disk-full', null);
      if (answer === 'failed') throw new StorageFailure('failed', null);
      if (answer !== null && (call !== 'commit' || answer === 'lost-before-commit'))
        throw new StorageFailure('lost', null);
      return answer;
    };
    const open = (call: string, name: TableName): Table => {
      if (!before.has(name)) throw new Error(`${name} is not part of this transaction`);
      check(call, name);
      return tableOf(name);
    };
    const write = (name: TableName, call: string, change: (rows: Map<string, Row>, table: Table) => void) => {
      if (mode === 'read') throw new Error('a read transaction cannot write');
      const table = open(call, name);
      // Copied at the first write, so that a fault can put the old rows back.
      const own = fresh.get(name) ?? new Map(table.rows);
      fresh.set(name, own);
      table.rows = own;
      change(own, table);
    };
    const putRow = (rows: Map<string, Row>, table: Table, row: object) => {
      const stored = copy(row) as Row; // every row is an object of named properties
      const key = keyOf(table.spec, stored);
      if ((Array.isArray(key) ? key : [key]).some((part) => part === undefined || part === null))
        throw new StorageFailure('failed', new Error('row without key'));
      rows.set(JSON.stringify(key), stored);
    };
    const tx: StorageTx = {
      async get<R>(name: TableName, key: Key) {
        const row = open('get', name).rows.get(JSON.stringify(key));
        return row === undefined ? undefined : (copy(row) as R);
      },
      async getMany<R>(name: TableName, keys: readonly Key[]) {
        const { rows } = open('getMany', name);
        return keys.map((key) => {
          const row = rows.get(JSON.stringify(key));
          return row === undefined ? undefined : (copy(row) as R);
        });
      },
      async list<R>(name: TableName, options: ListOptions = {}) {
        return indexed(open('list', name), options).map((entry) => copy(entry.row) as R);
      },
      async keys(name, options = {}) {
        return indexed(open('keys', name), options).map((entry) => entry.primary);
      },
      async count(name, options = {}) {
        return indexed(open('count', name), options).length;
      },
      async put(name, row) {
        write(name, 'put', (rows, table) => putRow(rows, table, row));
      },
      async putMany(name, list) {
        write(name, 'putMany', (rows, table) => {
          for (const row of list) putRow(rows, table, row);
        });
      },
      async remove(name, key) {
        write(name, 'remove', (rows) => void rows.delete(JSON.stringify(key)));
      },
      async clear(name) {
        write(name, 'clear', (rows) => rows.clear());
      },
    };
    try {
      const answer = await body(tx);
      const late = mode === 'write' ? check('commit', null) : null;
      if (late === 'lost-after-commit') throw new StorageFailure('lost', 'kept');
      return answer;
    } catch (error) {
      const kept = error instanceof StorageFailure && error.cause === 'kept';
      if (!kept) for (const [name, rows] of before) tableOf(name).rows = rows;
      throw error instanceof StorageFailure ? error : new StorageFailure('failed', error);
    }
  };

  return {
    transact(mode, names, body) {
      // One after the other, as IndexedDB orders overlapping writes.
      const turn = queue.then(async () => {
        try {
          return await run(mode, names, body);
        } catch (error) {
          // As the browser's storage does: a lost handle is opened again and the transaction tried once more.
          if (!(error instanceof StorageFailure && error.problem === 'lost')) throw error;
          return await run(mode, names, body);
        }
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    close() {
      closed = true;
    },
    onSuperseded() {},
    dump() {
      return Object.fromEntries(
        TABLE_NAMES.map((name) => [name, indexed(tableOf(name), {}).map((entry) => copy(entry.row))]),
      );
    },
  };
}
