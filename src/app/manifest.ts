// The web app manifest: how the installed app is named, coloured and started.
// Law: read by vite.config.ts at build time; nothing of it is packed into the app.

/** Colours are the paper of ui/tokens.css, so that the start screen and the app are one. */
export const manifest = {
  id: '/',
  name: '픽업노트',
  short_name: '픽업노트',
  description: '주문 제작 가게의 픽업 주문장. 인터넷이 없어도 열립니다.',
  lang: 'ko',
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  background_color: '#faf8f4',
  theme_color: '#faf8f4',
};
