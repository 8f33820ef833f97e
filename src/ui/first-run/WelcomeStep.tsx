// The first thing a new owner sees: what this is, in which language, and three ways in.
// Law: it says where the orders are kept before anything is typed.
import type { Language } from '../../domain/order.ts';
import { useTexts } from '../base/texts.ts';
import { Choice } from '../settings/Choice.tsx';
import { InstallSteps } from '../settings/InstallHelp.tsx';
import { keepingTexts } from '../settings/keeping.texts.ts';
import { LANGUAGE_NAMES } from '../settings/language-names.ts';
import { firstRunTexts } from './first-run.texts.ts';
import { TabletDrawing } from './TabletDrawing.tsx';

export interface WelcomeStepProps {
  readonly language: Language;
  readonly hasDraft: boolean;
  /** A tab of Safari: what is typed here would not be in the home screen app. */
  readonly isAppleTab: boolean;
  readonly isOpeningDemo: boolean;
  readonly onLanguage: (language: Language) => void;
  readonly onStart: () => void;
  readonly onDemo: () => void;
  readonly onRestore: () => void;
}

export function WelcomeStep(props: WelcomeStepProps) {
  const texts = useTexts(firstRunTexts);
  const keeping = useTexts(keepingTexts);
  return (
    <div className="welcome">
      <div className="welcome-language">
        <Choice
          legend={texts.language}
          value={props.language}
          options={LANGUAGE_NAMES.map(([value, label]) => ({ value, label }))}
          onChange={props.onLanguage}
        />
      </div>
      <div className="welcome-words">
        <h1>{texts.title}</h1>
        <p className="welcome-slogan">{texts.slogan}</p>
        <p>{texts.promise}</p>
      </div>
      <TabletDrawing />
      {props.isAppleTab ? (
        <section className="card keeping welcome-apple">
          <h2>{keeping.appleFirst}</h2>
          <p>{keeping.appleFirstWhy}</p>
          <InstallSteps kind="apple" />
        </section>
      ) : null}
      <div className="welcome-ways">
        <div>
          <button type="button" className="primary welcome-start" onClick={props.onStart}>
            {props.hasDraft ? texts.goOn : texts.start}
          </button>
          <p className="hint">{texts.startHint}</p>
        </div>
        <div>
          <button type="button" disabled={props.isOpeningDemo} onClick={props.onDemo}>
            {props.isOpeningDemo ? texts.openingDemo : texts.demo}
          </button>
          <p className="hint">{texts.demoHint}</p>
        </div>
        <div>
          <button type="button" onClick={props.onRestore}>
            {texts.restore}
          </button>
          <p className="hint">{texts.restoreHint}</p>
        </div>
      </div>
      <p className="welcome-privacy">{texts.privacy}</p>
    </div>
  );
}
