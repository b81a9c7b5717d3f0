import type { Lang, Text } from '../../../kernel/text.ts';
import { fillText, mixed, type Params } from '../../../portal/index.ts';

/** A sentence whose filled holes stand out: who, since when, until when. */
export function Filled({ of, params, lang }: { of: Text; params: Params; lang: Lang }) {
  return (
    <>
      {of[lang].split(/(\{[^}]+\})/).map((piece, i) => {
        const value = params[HOLE.exec(piece)?.[1] ?? ''];
        if (value === undefined) return mixed(fillText({ zh: piece, en: piece }, params)[lang], lang);
        return <b key={i}>{mixed(typeof value === 'object' ? value[lang] : String(value), lang)}</b>;
      })}
    </>
  );
}

/** A piece that is a hole, by its braces: “ since ” is also the name of one. */
const HOLE = /^\{(\w+)\}$/;
