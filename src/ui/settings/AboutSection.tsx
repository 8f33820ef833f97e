// Settings: the version, what becomes of personal data, and the notices of others' work.
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { tabletTexts } from './tablet.texts.ts';

export function AboutSection() {
  const texts = useTexts(tabletTexts);
  const { update } = useWorld().services;
  return (
    <>
      <section>
        <p>{texts.aboutLead}</p>
        <p>{texts.version(update.version)}</p>
      </section>
      <section className="card">
        <h2>{texts.privacyTitle}</h2>
        <p>{texts.privacy1}</p>
        <p>{texts.privacy2}</p>
        <p>{texts.privacy3}</p>
      </section>
      <section>
        <a className="button" href="/notices.txt" target="_blank" rel="noreferrer">
          {texts.licences}
        </a>
        <p className="hint">{texts.licencesHint}</p>
      </section>
    </>
  );
}
