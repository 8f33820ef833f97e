import { createPickupNote } from '../contenders/pickup-note.ts';
import { startPage } from './measure.tsx';

void startPage(createPickupNote());
