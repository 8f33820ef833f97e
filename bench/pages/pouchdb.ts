import { createPouchdb } from '../contenders/pouchdb.ts';
import { keepOffline } from './keep-offline.ts';
import { startPage } from './measure.tsx';

void keepOffline();
void startPage(createPouchdb());
