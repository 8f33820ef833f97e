// Settings: into the demo shop, and out of it again.
// Law: the two books are separate databases; nothing goes from one to the other.
import { useState } from 'react';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { tabletTexts } from './tablet.texts.ts';

export function DemoSection() {
  const texts = useTexts(tabletTexts);
  const { services, isDemo } = useWorld();
  const [isBusy, setIsBusy] = useState(false);
  const go = async () => {
    setIsBusy(true);
    await (isDemo ? services.leaveDemo() : services.openDemo());
  };
  return (
    <section className="card">
      <p>{isDemo ? texts.demoIs : texts.demoLead}</p>
      <button type="button" className={isDemo ? 'primary' : ''} disabled={isBusy} onClick={() => void go()}>
        {isBusy ? texts.demoOpening : isDemo ? texts.demoLeave : texts.demoOpen}
      </button>
    </section>
  );
}
