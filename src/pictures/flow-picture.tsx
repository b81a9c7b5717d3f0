import type { Unit } from '../kernel/clock/types.ts';
import type { Lang, Sourced, Text } from '../kernel/text.ts';
import { Mark } from './mark.tsx';
import { say, sayAmount } from './say.ts';
import { mixed } from './zh.tsx';

export interface FlowLimit {
  readonly amount: number;
  readonly unit: Unit;
}

export interface FlowStep {
  /** Who does it. */
  readonly who: Text;
  /** What it answers for, in a few words. */
  readonly duty?: Text;
  readonly limit?: Sourced<FlowLimit>;
}

export interface FlowPictureProps {
  readonly accept: FlowStep;
  readonly lead: FlowStep;
  readonly assists: readonly FlowStep[];
  readonly decide: FlowStep;
  readonly deliver: FlowStep;
  readonly legal?: Sourced<FlowLimit>;
  readonly promised?: Sourced<FlowLimit>;
  readonly lang: Lang;
}

/** How an item runs: accept, the lead with its assists side by side, decide, deliver. An ordered list that looks like a drawing. */
export function FlowPicture({ accept, lead, assists, decide, deliver, legal, promised, lang }: FlowPictureProps) {
  return (
    <figure className="flow">
      <ol aria-label={say('flow-title', lang)}>
        <li>
          <Node title={say('flow-accept', lang)} step={accept} lang={lang} />
        </li>
        <li className={assists.length > 0 ? 'fork' : undefined}>
          <Node title={say('flow-lead', lang)} step={lead} lang={lang} strong />
          {assists.length > 0 && (
            <>
              <p className="same">{say('flow-parallel', lang)}</p>
              <ul>
                {assists.map((assist) => (
                  <li key={assist.who.zh}>
                    <Node title={say('flow-assist', lang)} step={assist} lang={lang} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
        <li>
          <Node title={say('flow-decide', lang)} step={decide} lang={lang} />
        </li>
        <li>
          <Node title={say('flow-deliver', lang)} step={deliver} lang={lang} />
        </li>
      </ol>
      {(legal || promised) && (
        <figcaption>
          {legal && <Total word={say('flow-legal', lang)} limit={legal} lang={lang} />}
          {promised && <Total word={say('flow-promised', lang)} limit={promised} lang={lang} />}
        </figcaption>
      )}
    </figure>
  );
}

function Node({ title, step, lang, strong }: { title: string; step: FlowStep; lang: Lang; strong?: boolean }) {
  return (
    <div className={strong ? 'node lead' : 'node'}>
      <small>{title}</small>
      <b>{mixed(step.who[lang], lang)}</b>
      {step.duty && <span>{mixed(step.duty[lang], lang)}</span>}
      {step.limit && <Limit limit={step.limit} lang={lang} />}
    </div>
  );
}

function Total({ word, limit, lang }: { word: string; limit: Sourced<FlowLimit>; lang: Lang }) {
  return (
    <span>
      {word} <Limit limit={limit} lang={lang} />
    </span>
  );
}

const Limit = ({ limit, lang }: { limit: Sourced<FlowLimit>; lang: Lang }) => (
  <em>
    {sayAmount(limit.value.amount, limit.value.unit, lang)}
    <Mark confidence={limit.confidence} lang={lang} />
  </em>
);
