// A screen that breaks shows a sentence and a way back; the rest of the app and the orders stand.
import type { ReactNode } from 'react';
import { Component } from 'react';
import type { baseTexts } from './base.texts.ts';
import { CodeMissing } from './later.ts';

interface Props {
  readonly texts: (typeof baseTexts)['ko'];
  readonly children: ReactNode;
}

/** The one class component: React offers no other way to catch what a screen throws. */
export class ScreenBoundary extends Component<Props, { readonly failure: { readonly error: unknown } | null }> {
  override state = { failure: null as { readonly error: unknown } | null };
  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }
  override componentDidCatch(error: unknown) {
    console.error('screen failed', error);
  }
  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    const { texts } = this.props;
    const isCode = failure.error instanceof CodeMissing;
    return (
      <div className="empty" role="alert">
        <h1>{isCode ? texts.codeMissing : texts.screenFailed}</h1>
        <p>{isCode ? texts.codeMissingWhatToDo : texts.screenFailedWhatToDo}</p>
        <button type="button" onClick={() => (isCode ? location.reload() : this.setState({ failure: null }))}>
          {texts.tryAgain}
        </button>
      </div>
    );
  }
}
