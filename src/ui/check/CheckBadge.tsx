// Being built.

export function CheckBadge() {
  return null;
}
