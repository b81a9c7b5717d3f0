import type { Lang, Text } from '../kernel/text.ts';
import { say } from './say.ts';
import { sealGlyphs } from './words.ts';

const RED = '#b5301f';

/** The mark of the house. Decoration unless it is given a language, in which it is then named. */
export function Seal({ lang, className = 'seal' }: { lang?: Lang; className?: string }) {
  const name = lang && say('seal-title', lang);
  return (
    <svg
      className={className}
      viewBox="0 0 40 40"
      xmlns="http://www.w3.org/2000/svg"
      role={name ? 'img' : undefined}
      aria-label={name}
      aria-hidden={!name || undefined}
    >
      <rect x="1.5" y="1.5" width="37" height="37" rx="5" fill={RED} />
      <rect x="4.2" y="4.2" width="31.6" height="31.6" rx="3" fill="none" stroke="#fff" strokeWidth="1.1" opacity=".85" />
      <g
        lang="zh"
        fill="#fff"
        fontSize="14.5"
        fontWeight="700"
        textAnchor="middle"
        fontFamily="Songti SC,Noto Serif CJK SC,Noto Serif SC,SimSun,Banjie Fallback,serif"
      >
        <text x="20" y="19">
          {sealGlyphs[0]}
        </text>
        <text x="20" y="33.5">
          {sealGlyphs[1]}
        </text>
      </g>
    </svg>
  );
}

/** An organ's round seal, as it stands at the foot of a paper. The name runs round the star, in Chinese, as on the real one. */
export function OrganSeal({ organ, lang }: { organ: Text; lang: Lang }) {
  const letters = [...organ.zh];
  const spread = Math.min(20, 260 / Math.max(letters.length, 1));
  return (
    <svg
      className="organ-seal"
      viewBox="0 0 120 120"
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={say('organ-seal-title', lang, { organ: organ[lang] })}
    >
      <circle cx="60" cy="60" r="56" fill="none" stroke={RED} strokeWidth="3" />
      <path d={star(60, 60, 17)} fill={RED} />
      <g
        lang="zh"
        fill={RED}
        fontSize={letters.length > 12 ? 11 : 13}
        fontWeight="700"
        textAnchor="middle"
        fontFamily="Songti SC,Noto Serif CJK SC,Noto Serif SC,SimSun,Banjie Fallback,serif"
      >
        {letters.map((letter, i) => (
          <text key={i} x="60" y="20" transform={`rotate(${((i - (letters.length - 1) / 2) * spread).toFixed(1)} 60 60)`}>
            {letter}
          </text>
        ))}
      </g>
    </svg>
  );
}

function star(cx: number, cy: number, r: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    const reach = i % 2 === 0 ? r : r * 0.382;
    return `${(cx + reach * Math.cos(angle)).toFixed(1)} ${(cy + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}
