// Being built.

export function CheckScreen() {
  return null;
}
