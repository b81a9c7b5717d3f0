import { Input } from 'antd';
import { useMemo, useState } from 'react';
import type { Lang, Text } from '../kernel/text.ts';
import { mixed } from '../pictures/zh.tsx';
import type { PersonaView } from './api.ts';
import { shellSay } from './bench.tsx';

export interface PersonasProps {
  readonly people: readonly PersonaView[];
  readonly lang: Lang;
  readonly busy: boolean;
  readonly choose: (persona: string) => void;
}

/** The model county's people as cards, organ by organ: one click and one is she. */
export function Personas({ people, lang, busy, choose }: PersonasProps) {
  const say = shellSay(lang);
  const [asked, setAsked] = useState('');
  const groups = useMemo(() => byOrgan(people, asked), [people, asked]);
  return (
    <>
      <div className="door-lead">
        <p>{say('sign-in-model')}</p>
        <Input
          type="search"
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
          aria-label={say('sign-in-find')}
          placeholder={say('sign-in-find')}
          allowClear
        />
      </div>
      {groups.length === 0 && <p className="muted">{say('sign-in-nobody')}</p>}
      <div className="organs">
        {groups.map(({ organ, people: members }) => (
          <section key={organ.zh}>
            <h2>{mixed(organ[lang], lang)}</h2>
            <ul className="personas">
              {members.map((one) => (
                <li key={one.name}>
                  <button type="button" disabled={busy} onClick={() => choose(one.name)} data-persona={one.name}>
                    <b>{mixed(one.label[lang], lang)}</b>
                    <span>{mixed(one.personName[lang], lang)}</span>
                    <small>{mixed(one.seats.map((seat) => seat.name[lang]).join(say('comma')), lang)}</small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

interface OrganPeople {
  readonly organ: Text;
  readonly people: PersonaView[];
}

function byOrgan(people: readonly PersonaView[], asked: string): readonly OrganPeople[] {
  const wanted = asked.trim().toLowerCase();
  const groups = new Map<string, OrganPeople>();
  for (const one of people) {
    const organ = one.seats[0]?.organName;
    const told = [one.name, one.label, one.personName, organ, ...one.seats.map((seat) => seat.name)]
      .flatMap((said) => (typeof said === 'string' ? [said] : said ? [said.zh, said.en] : []))
      .join(' ');
    if (!organ || (wanted !== '' && !told.toLowerCase().includes(wanted))) continue;
    const group = groups.get(organ.zh) ?? { organ, people: [] };
    group.people.push(one);
    groups.set(organ.zh, group);
  }
  return [...groups.values()];
}
