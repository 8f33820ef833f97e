// Tries a pattern at one place of a text.
// Law: the pattern carries the y flag, so that nothing before or behind the place is searched.

/** The match of `pattern` that begins exactly at `at`. */
export function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
