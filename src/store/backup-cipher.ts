// Keys and checks of a backup file, all by WebCrypto.
// Law: a file's key is made from its own salt, so a frame's number is never used twice as a nonce of one key; the frame's
// head and the file's start are bound to each frame, so frames cannot be swapped, dropped, cut or moved between files.

export type Bytes = Uint8Array<ArrayBuffer>;

/** OWASP's floor for PBKDF2-SHA-256; written in each file, so it can grow. */
export const PBKDF2_ROUNDS = 600_000;
export const CHECK_BYTES = 16;

export interface FileKey {
  readonly frames: CryptoKey;
  /** Tells a wrong passphrase from a damaged file. */
  readonly check: Bytes;
}

const utf8 = new TextEncoder();

/**
 * The key of a file. The passphrase is taken in Unicode's NFKC form: Hangul and digits are spelled differently by the
 * keyboards of tablets and computers. Takes some tenths of a second by intent.
 */
export async function deriveFileKey(passphrase: string, salt: Bytes, rounds: number): Promise<FileKey> {
  const typed = await crypto.subtle.importKey('raw', utf8.encode(passphrase.normalize('NFKC')), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    typed,
    256,
  );
  const root = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const forUse = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: utf8.encode(`pickup-note backup ${use}`),
  });
  return {
    frames: await crypto.subtle.deriveKey(forUse('frames'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    check: new Uint8Array(await crypto.subtle.deriveBits(forUse('check'), root, CHECK_BYTES * 8)),
  };
}

/** Chance for salts and file names straight from WebCrypto: what a secret rests on is not handed in from outside. */
export function randomBytes(count: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** The first 16 bytes of the SHA-256 of all parts, one after the other. */
export async function digestOf(...parts: readonly Bytes[]): Promise<Bytes> {
  const whole = parts.length === 1 && parts[0] !== undefined ? parts[0] : joinBytes(parts);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole), 0, CHECK_BYTES);
}

/** 12 bytes: eight zeros and the frame's number. */
function nonceOf(index: number): Bytes {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, index);
  return nonce;
}

/** The frame's body, enciphered, with its 16 bytes of check behind it. */
export async function encipher(key: CryptoKey, index: number, bound: Bytes, body: Bytes): Promise<Bytes> {
  const algorithm = { name: 'AES-GCM', iv: nonceOf(index), additionalData: bound };
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, body));
}

/** The body again; null when it is not what was enciphered under this key, number and head. */
export async function decipher(key: CryptoKey, index: number, bound: Bytes, sealed: Bytes): Promise<Bytes | null> {
  try {
    const algorithm = { name: 'AES-GCM', iv: nonceOf(index), additionalData: bound };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

export function joinBytes(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function sameBytes(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
