// Loads the app once what the service worker has put into the page is painted (src/sw/service-worker.ts): its code would
// take the page from the first frame. Law: it loads the app in any case, also where nothing is ever painted.
const entry = document.getElementById('after-paint')?.dataset.entry;
let isLoaded = false;
const load = () => {
  if (isLoaded || entry === undefined) return;
  isLoaded = true;
  import(entry);
};
requestAnimationFrame(() => setTimeout(load));
setTimeout(load, 300);
