import { createRxdb } from '../contenders/rxdb.ts';
import { keepOffline } from './keep-offline.ts';
import { startPage } from './measure.tsx';

void keepOffline();
void startPage(createRxdb());
