// Being built.
import type { FirstRunDoor } from './first-run-door.ts';

export function FirstRunScreen({ door }: { readonly door: FirstRunDoor }) {
  return <h1>{door.zone}</h1>;
}
