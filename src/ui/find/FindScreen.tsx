// Being built.

export function FindScreen() {
  return null;
}
