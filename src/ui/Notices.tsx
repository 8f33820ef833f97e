// Being built.

export function Notices() {
  return null;
}
