// Tells the browser's other tabs that the book changed. Only a hint: the database is the truth.
import type { NoticeChannel } from '../store/shop-store.ts';

export function broadcastNotices(name: string): NoticeChannel {
  const channel = new BroadcastChannel(`${name} notices`);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.onmessage = (event) => listener(event.data);
    },
    close: () => channel.close(),
  };
}
