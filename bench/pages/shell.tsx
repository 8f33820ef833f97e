// The lower bound of a cold start: the same React, the same forty rows, and no store at all.
import { createRoot } from 'react-dom/client';
import { makeOrders } from '../orders.ts';
import { keepOffline } from './keep-offline.ts';
import { OrderList } from './list.tsx';

void keepOffline();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<OrderList orders={makeOrders(40, '2026-10-17')} />);
