// The web app manifest: what a tablet is told when the app is put on its home screen.
// Law: `id` and `start_url` never change (they are the app's identity); every file named here is drawn for it and in public/.

/** Paper of the light theme; the dark one is told by the meta tags of index.html. */
const PAPER = '#faf8f4';

const shortcutIcon = (name: string) => [{ src: `/icons/${name}-96.png`, sizes: '96x96', type: 'image/png' }];

export const manifest = {
  id: '/',
  name: '픽업노트',
  short_name: '픽업노트',
  description: '주문 제작 가게의 주문장. 인터넷이 끊겨도 오늘 픽업을 보고, 받고, 인쇄합니다.',
  lang: 'ko',
  dir: 'ltr' as const,
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  display_override: ['standalone' as const, 'minimal-ui' as const],
  orientation: 'any' as const,
  theme_color: PAPER,
  background_color: PAPER,
  categories: ['business', 'productivity', 'food'],
  prefer_related_applications: false,
  icons: [
    { src: '/icons/app-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' as const },
    { src: '/icons/app-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' as const },
    { src: '/icons/app-maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' as const },
    { src: '/icons/app-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
    { src: '/icons/app-monochrome-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' as const },
  ],
  screenshots: [
    {
      src: '/screenshots/today-wide.png',
      sizes: '1280x800',
      type: 'image/png',
      form_factor: 'wide' as const,
      label: '오늘 픽업',
    },
    {
      src: '/screenshots/today-narrow.png',
      sizes: '780x1688',
      type: 'image/png',
      form_factor: 'narrow' as const,
      label: '휴대전화에서 본 오늘 픽업',
    },
  ],
  shortcuts: [
    { name: '새 주문', url: '/new', icons: shortcutIcon('shortcut-new') },
    { name: '오늘 픽업', short_name: '오늘', url: '/', icons: shortcutIcon('shortcut-today') },
    { name: '주문 검색', short_name: '검색', url: '/find', icons: shortcutIcon('shortcut-find') },
  ],
};
