// A screen that breaks shows a sentence and a way back; the rest of the app and the orders stand.
import type { ReactNode } from 'react';
import { Component } from 'react';
import type { baseTexts } from './base.texts.ts';

interface Props {
  readonly texts: (typeof baseTexts)['ko'];
  readonly children: ReactNode;
}

/** The one class component: React offers no other way to catch what a screen throws. */
export class ScreenBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch(error: unknown) {
    console.error('screen failed', error);
  }
  override render() {
    if (!this.state.failed) return this.props.children;
    const { texts } = this.props;
    return (
      <div className="empty" role="alert">
        <b>{texts.screenFailed}</b>
        <p>{texts.screenFailedWhatToDo}</p>
        <button type="button" onClick={() => this.setState({ failed: false })}>
          {texts.tryAgain}
        </button>
      </div>
    );
  }
}
