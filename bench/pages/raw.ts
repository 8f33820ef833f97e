import { createRaw } from '../contenders/raw.ts';
import { keepOffline } from './keep-offline.ts';
import { startPage } from './measure.tsx';

void keepOffline();
void startPage(createRaw());
