import { createDexieHooks } from '../contenders/dexie-hooks.ts';
import { keepOffline } from './keep-offline.ts';
import { startPage } from './measure.tsx';

void keepOffline();
void startPage(createDexieHooks());
