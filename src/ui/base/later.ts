// Parts of the screen whose code is loaded when they are first shown.
// Law: code that cannot be had is an error of its own; the boundary above says it, and its way back loads the page again,
// because a browser does not ask a second time for code that it could not have.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** Code of the app that neither the tablet nor the network gave (PW-7). */
export class CodeMissing extends Error {
  override name = 'CodeMissing';
}

/** The component of `load`, shown when its code is there. */
export function later<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      throw new CodeMissing('code of the app could not be loaded', { cause });
    }
  });
}
