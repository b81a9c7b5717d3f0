import type { DecisionDocument } from '../../documents/decision.ts';

/** The decision on the screen and from the printer: Chinese in every language, for that is the paper. */
export function DecisionPaper({ paper }: { paper: DecisionDocument }) {
  return (
    <article className={paper.draft ? 'decision-paper draft' : 'decision-paper'} lang="zh-CN">
      {paper.marks.map((mark) => (
        <p key={mark} className="paper-mark">
          {mark}
        </p>
      ))}
      <p className="organ">{paper.organ}</p>
      <h2>{paper.title}</h2>
      <p className="number">{paper.number}</p>
      <p className="to">{paper.to}</p>
      {[...paper.sections, { heading: paper.remedies.heading, paragraphs: [paper.remedies.text] }].map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ))}
      <div className="sign">
        <p>{paper.organ}</p>
        <p className="seal-here">{paper.seal}</p>
        <p>{paper.date}</p>
      </div>
      <footer>
        {paper.foot.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </footer>
    </article>
  );
}
