// The first minutes: language, then the own shop in four short steps, the demo shop, or a backup.
// Law: nothing is in the book until the last button, then all of it at once; what is half-typed survives reload and kill.
import { Suspense, useEffect, useRef, useState } from 'react';
import type { Language } from '../../domain/order.ts';
import { baseTexts } from '../base/base.texts.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { countryOfZone } from '../settings/country.ts';
import { firstRunTexts } from './first-run.texts.ts';
import type { FirstRunDoor } from './first-run-door.ts';
import {
  FIRST_RUN_DRAFT,
  FIRST_RUN_STEPS,
  type FirstRunForm,
  type FirstRunStep,
  formProblems,
  formToChange,
  proposedForm,
  readFormDraft,
  type StepProps,
} from './first-run-form.ts';
import { MenuStep } from './MenuStep.tsx';
import { RulesStep } from './RulesStep.tsx';
import { ShopStep } from './ShopStep.tsx';
import { TabletStep } from './TabletStep.tsx';
import { WelcomeStep } from './WelcomeStep.tsx';
import './first-run.css';
import { later } from '../base/later.ts';

const RestoreBackup = later(async () => (await import('../settings/RestoreBackup.tsx')).RestoreBackup);

/** The half-typed form, kept in the book's drafts a moment after each change. */
function useKeptForm(door: FirstRunDoor, language: Language) {
  const [form, setForm] = useState<FirstRunForm | null>(null);
  const { store, zone, services } = door;
  // biome-ignore lint/correctness/useExhaustiveDependencies: zone and language only choose the first proposal
  useEffect(() => {
    void store.drafts.get(FIRST_RUN_DRAFT).then((draft) => {
      // What is typed already is never replaced by what was kept.
      setForm((last) => last ?? readFormDraft(draft?.value) ?? proposedForm(zone, countryOfZone(zone, language)));
    });
  }, [store]);
  const unsaved = useRef<FirstRunForm | null>(null);
  const isOver = useRef(false);
  useEffect(() => {
    const keep = () => {
      const form = unsaved.current;
      if (form === null || isOver.current) return;
      unsaved.current = null;
      // Plain JSON by its type; the spread gives it the index signature that Json asks for.
      void store.drafts.put(FIRST_RUN_DRAFT, JSON.parse(JSON.stringify(form)));
    };
    const timer = setInterval(keep, 300);
    document.addEventListener('visibilitychange', keep);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', keep);
      keep();
    };
  }, [store]);
  const isTyped = form !== null && form.step !== 'welcome';
  useEffect(() => (isTyped ? services.dirtyForms.hold() : undefined), [services, isTyped]);
  return {
    form,
    change(part: Partial<FirstRunForm>) {
      setForm((last) => {
        if (last === null) return last;
        const next = { ...last, ...part };
        unsaved.current = next;
        return next;
      });
    },
    /** The form is in the book now (or thrown away): nothing may write its draft again. */
    end() {
      isOver.current = true;
    },
    goOn() {
      isOver.current = false;
    },
  };
}

export function FirstRunScreen({ door }: { readonly door: FirstRunDoor }) {
  const language = useLanguage();
  const texts = useTexts(firstRunTexts);
  const base = useTexts(baseTexts);
  const { form, change, end, goOn } = useKeptForm(door, language);
  const [isTried, setIsTried] = useState(false);
  const [isRestoring, setIsRestoring] = useState(false);
  const [busy, setBusy] = useState<'opening' | 'demo' | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  const step = form?.step ?? 'welcome';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus();
  }, [step]);
  // Another tab may have set the shop up meanwhile.
  const isRestoringNow = useRef(false);
  isRestoringNow.current = isRestoring;
  useEffect(
    () =>
      door.store.subscribe((notice) => {
        if (isRestoringNow.current || !door.store.queries.shop().isTouchedBy(notice)) return;
        void door.store.queries
          .shop()
          .run()
          .then((shop) => {
            if (shop.isSetUp) door.onDone();
          });
      }),
    [door],
  );
  if (form === null) return <p className="empty">{base.reading}</p>;

  const problems = formProblems(form);
  const goTo = (next: FirstRunStep) => {
    hasMoved.current = true;
    setIsTried(false);
    change({ step: next });
    window.scrollTo(0, 0);
  };
  const isBlocked = step === 'shop' && (problems.name || problems.hours);
  const press = (next: FirstRunStep) => {
    if (!isBlocked) return goTo(next);
    setIsTried(true);
    document.querySelector<HTMLElement>('.first-run [aria-invalid="true"], .first-run input')?.focus();
  };
  const openShop = async () => {
    if (problems.name || problems.hours) {
      goTo('shop');
      setIsTried(true);
      return;
    }
    setBusy('opening');
    setHasFailed(false);
    end();
    const result = await door.store.commit(formToChange(form, language));
    if (result.ok) return door.onDone();
    goOn();
    setBusy(null);
    setHasFailed(true);
  };
  const openDemo = async () => {
    setBusy('demo');
    await door.services.openDemo();
  };

  if (step === 'welcome') {
    return (
      <main className="first-run">
        <WelcomeStep
          language={language}
          hasDraft={form.name !== ''}
          isAppleTab={door.services.installState() === 'ios-tab'}
          isOpeningDemo={busy === 'demo'}
          onLanguage={(next) => void door.store.device.put('language', next)}
          onStart={() => goTo('shop')}
          onDemo={() => void openDemo()}
          onRestore={() => setIsRestoring(true)}
        />
        {isRestoring ? (
          <Suspense fallback={null}>
            <RestoreBackup
              store={door.store}
              photos={door.photos}
              services={door.services}
              zone={door.zone}
              onClose={async () => {
                setIsRestoring(false);
                if ((await door.store.queries.shop().run()).isSetUp) door.onDone();
              }}
            />
          </Suspense>
        ) : null}
      </main>
    );
  }
  const index = FIRST_RUN_STEPS.indexOf(step);
  const count = FIRST_RUN_STEPS.length - 1;
  const title = {
    shop: texts.shopTitle,
    menu: texts.menuTitle,
    rules: texts.rulesTitle,
    tablet: texts.tabletTitle,
  }[step];
  const props: StepProps = { form, change, isTried };
  return (
    <main className="first-run first-run-steps">
      <header className="first-run-head">
        <button
          type="button"
          className="quiet sq"
          aria-label={base.back}
          onClick={() => goTo(FIRST_RUN_STEPS[index - 1] ?? 'welcome')}
        >
          ‹
        </button>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="first-run-count">{texts.stepOf(index, count)}</p>
        <progress className="visually-hidden" max={count} value={index} aria-label={texts.progress} />
        <span className="first-run-bar" aria-hidden="true">
          {FIRST_RUN_STEPS.slice(1).map((one, at) => (
            <i key={one} className={at < index ? 'done' : ''} />
          ))}
        </span>
      </header>
      <form
        className="first-run-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const next = FIRST_RUN_STEPS[index + 1];
          if (next !== undefined) press(next);
        }}
      >
        {step === 'shop' ? <ShopStep {...props} /> : null}
        {step === 'menu' ? <MenuStep {...props} newId={door.env.newId} /> : null}
        {step === 'rules' ? <RulesStep {...props} /> : null}
        {step === 'tablet' ? <TabletStep services={door.services} /> : null}
        {hasFailed ? (
          <p className="field-problem" role="alert">
            {texts.openFailed}
          </p>
        ) : null}
        <div className="first-run-foot">
          {step === 'shop' || step === 'menu' ? (
            <button type="button" onClick={() => press('tablet')}>
              {texts.later}
            </button>
          ) : null}
          {step === 'tablet' ? (
            <button type="button" className="primary" disabled={busy !== null} onClick={() => void openShop()}>
              {busy === 'opening' ? texts.opening : texts.open}
            </button>
          ) : (
            <button type="submit" className="primary">
              {texts.next}
            </button>
          )}
        </div>
      </form>
    </main>
  );
}
