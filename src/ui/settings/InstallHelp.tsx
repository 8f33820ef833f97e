// How the app comes onto the home screen: the browser's own prompt where there is one, else three drawn steps for each kind of tablet.
// Law: what is already so is not asked for again; the pictures are drawn here and decorative, the words say it all.
import { type ReactNode, useState } from 'react';
import type { AppServices } from '../base/services.ts';
import { useTexts } from '../base/texts.ts';
import { keepingTexts } from './keeping.texts.ts';
import './keeping.css';

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="install-picture"
      viewBox="0 0 120 84"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <rect x="3" y="3" width="114" height="78" rx="9" className="drawing-surface" strokeWidth="2.5" />
      {children}
    </svg>
  );
}

/** A tablet with its browser's bar; the finger's place is marked. */
const AndroidMenu = () => (
  <Frame>
    <path d="M14 17h70" className="drawing-faint" strokeWidth="6" />
    <circle cx="103" cy="17" r="11" className="drawing-mark" strokeWidth="2.5" />
    <path d="M103 12v.1M103 17v.1M103 22v.1" className="drawing-ink" strokeWidth="4" />
    <path d="M14 38h52M14 52h70M14 66h40" className="drawing-faint" strokeWidth="4" />
  </Frame>
);
const MenuOpen = () => (
  <Frame>
    <path d="M14 17h30M14 34h22M14 51h26M14 68h18" className="drawing-faint" strokeWidth="4" />
    <rect x="48" y="10" width="62" height="64" rx="6" className="drawing-row" strokeWidth="2" />
    <path d="M56 22h36M56 62h30" className="drawing-faint" strokeWidth="4" />
    <rect x="52" y="32" width="54" height="20" rx="5" className="drawing-mark" strokeWidth="2.5" />
    <path d="M60 38h12v8H60zM66 44v-8M63 39l3-3 3 3" className="drawing-accent" strokeWidth="2" />
    <path d="M79 42h20" className="drawing-ink" strokeWidth="4" />
  </Frame>
);
const AppleShare = () => (
  <Frame>
    <path d="M14 17h54" className="drawing-faint" strokeWidth="6" />
    <circle cx="96" cy="18" r="13" className="drawing-mark" strokeWidth="2.5" />
    <path d="M92 16h-2v10h12V16h-2M96 21V9M92 12.5l4-4 4 4" className="drawing-ink" strokeWidth="2.2" />
    <path d="M14 40h52M14 54h70M14 68h40" className="drawing-faint" strokeWidth="4" />
  </Frame>
);
const AppleSheet = () => (
  <Frame>
    <rect x="30" y="12" width="60" height="62" rx="7" className="drawing-row" strokeWidth="2" />
    <path d="M40 24h34M40 64h26" className="drawing-faint" strokeWidth="4" />
    <rect x="34" y="34" width="52" height="20" rx="5" className="drawing-mark" strokeWidth="2.5" />
    <path d="M42 44h18" className="drawing-ink" strokeWidth="4" />
    <rect x="68" y="38" width="12" height="12" rx="3" className="drawing-accent" strokeWidth="2" />
    <path d="M74 41v6M71 44h6" className="drawing-accent" strokeWidth="2" />
  </Frame>
);
const HomeScreen = () => (
  <Frame>
    {[20, 76].map((x) =>
      [16, 48].map((y) => (
        <rect key={`${x} ${y}`} x={x} y={y} width="20" height="20" rx="5" className="drawing-row" strokeWidth="2" />
      )),
    )}
    <rect x="46" y="14" width="24" height="24" rx="6" className="drawing-mark" strokeWidth="2.5" />
    <path d="M52 32v-7h12v7zM52 25q6-4 12 0M58 22v-3" className="drawing-accent" strokeWidth="1.8" />
    <rect x="48" y="48" width="20" height="20" rx="5" className="drawing-row" strokeWidth="2" />
  </Frame>
);

function Steps({
  title,
  steps,
}: {
  readonly title: string | null;
  readonly steps: readonly (readonly [ReactNode, string])[];
}) {
  return (
    <>
      {title === null ? null : <h3>{title}</h3>}
      <ol className="install-steps">
        {steps.map(([picture, words], index) => (
          <li key={words}>
            {picture}
            <span>
              <b>{index + 1}</b> {words}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

export function InstallSteps({
  kind,
  isTitled = true,
}: {
  readonly kind: 'android' | 'apple';
  readonly isTitled?: boolean;
}) {
  const texts = useTexts(keepingTexts);
  return kind === 'apple' ? (
    <Steps
      title={isTitled ? texts.onApple : null}
      steps={[
        [<AppleShare key="1" />, texts.apple1],
        [<AppleSheet key="2" />, texts.apple2],
        [<HomeScreen key="3" />, texts.apple3],
      ]}
    />
  ) : (
    <Steps
      title={isTitled ? texts.onAndroid : null}
      steps={[
        [<AndroidMenu key="1" />, texts.android1],
        [<MenuOpen key="2" />, texts.android2],
        [<HomeScreen key="3" />, texts.android3],
      ]}
    />
  );
}

export function InstallHelp({ services }: { readonly services: AppServices }) {
  const texts = useTexts(keepingTexts);
  const [state, setState] = useState(services.installState);
  const [wasDismissed, setWasDismissed] = useState(false);
  const install = async () => {
    const wasAccepted = await services.promptInstall();
    setWasDismissed(!wasAccepted);
    setState(wasAccepted ? 'installed' : services.installState());
  };
  return (
    <section className="card keeping">
      <h2>{texts.installTitle}</h2>
      {state === 'installed' ? (
        <p className="keeping-yes">
          <i aria-hidden="true">✓</i>
          <b>{texts.installed}</b>
        </p>
      ) : (
        <>
          <p>{texts.installWhy}</p>
          {state === 'can-install' ? (
            <button type="button" className="primary" onClick={() => void install()}>
              {texts.install}
            </button>
          ) : (
            <>
              <InstallSteps kind={state === 'ios-tab' ? 'apple' : 'android'} />
              <details className="fold">
                <summary>{state === 'ios-tab' ? texts.onAndroid : texts.onApple}</summary>
                <InstallSteps kind={state === 'ios-tab' ? 'android' : 'apple'} isTitled={false} />
              </details>
            </>
          )}
          {wasDismissed ? <p role="status">{texts.installDismissed}</p> : null}
        </>
      )}
    </section>
  );
}
