import type { Text } from '../../kernel/text.ts';
import { ButtonLink } from '../components/form.tsx';
import { T } from '../components/text.tsx';
import type { Chrome } from '../door.ts';
import { Page } from '../layout.tsx';
import { speaker } from '../speaker.ts';
import { words } from './words.ts';

const { say } = speaker(words);

/** One stop: what one sees there, and the page itself; without a page it says why there is none. */
export interface Stop {
  readonly id: 'search' | 'track' | 'desk' | 'date' | 'board' | 'verify';
  readonly say: Text;
  readonly links: readonly { readonly href: string; readonly label: Text }[];
}

/** Six stops through the real pages of this county. */
export function TourPage({ stops, chrome }: { stops: readonly Stop[]; chrome: Chrome }) {
  const { lang } = chrome;
  return (
    <Page {...chrome} title={words['tour-title']}>
      <h1>{say('tour-title', lang)}</h1>
      <p className="lead">{say('tour-lead', lang)}</p>
      <ol className="tour">
        {stops.map((stop) => (
          <li className="card" key={stop.id} id={stop.id}>
            <h2>{say(`tour-${stop.id}`, lang)}</h2>
            <p>
              <T text={stop.say} lang={lang} />
            </p>
            {stop.links.length > 0 && (
              <p className="buttons">
                {stop.links.map(({ href, label }, i) => (
                  <ButtonLink key={href} href={href} text={label} lang={lang} plain={i > 0} />
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
      <p>
        {say('tour-wall-say', lang)} <a href="/workbench/wall">{say('tour-wall', lang)}</a>
      </p>
    </Page>
  );
}
