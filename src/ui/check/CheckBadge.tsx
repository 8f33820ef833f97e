// How many orders and settings have to be looked at, on the navigation.
// Law: it costs the first paint nothing and breaks nothing: a count that cannot be read is no badge.
import { Component, type ReactNode } from 'react';
import { useTexts } from '../base/texts.ts';
import { badgeTexts } from './badge.texts.ts';
import { useToCheck } from './use-to-check.ts';

const AFTER_FIRST_PAINT_MS = 1200;
const MOST_SHOWN = 99;

class Silent extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch(error: unknown) {
    console.error('the badge could not be counted', error);
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

function Count() {
  const texts = useTexts(badgeTexts);
  const count = useToCheck({ delayMs: AFTER_FIRST_PAINT_MS })?.count ?? 0;
  if (count === 0) return null;
  return (
    <em>
      <span aria-hidden="true">{count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}</span>
      <span className="visually-hidden">{texts.count(count)}</span>
    </em>
  );
}

export function CheckBadge() {
  return (
    <Silent>
      <Count />
    </Silent>
  );
}
