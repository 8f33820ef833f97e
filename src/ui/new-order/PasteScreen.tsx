// Being built.

export function PasteScreen() {
  return null;
}
