import { Button, Modal } from 'antd';
import { useState } from 'react';
import { mixed } from '../../../pictures/zh.tsx';
import { shellSay, useBench } from '../../../workbench/bench.tsx';
import { inWindows } from '../../../workbench/windows.ts';
import { useWords } from './say.tsx';
import type { FileLine, Story } from './story.ts';

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const isPicture = (name: string) => /\.(png|jpe?g|gif|webp)$/i.test(name);

/** The papers that are asked for, and beside each the files that were handed in for it. */
export function Papers({ number, papers }: { number: string; papers: Story['papers'] }) {
  const { lang, api } = useBench();
  const say = useWords();
  const [shown, setShown] = useState<FileLine>();
  const href = (file: FileLine) => api.href(`/matters/${encodeURIComponent(number)}/files/${file.id}`);
  if (papers.length === 0) return <p className="muted">{say('no-papers')}</p>;
  return (
    <>
      <ul className="papers">
        {papers.map((paper) => (
          <li key={paper.code} className={paper.state}>
            <span>{mixed(paper.name[lang], lang)}</span>
            <small className="state">{say(`paper-${paper.state}`)}</small>
            {paper.files.map((file) => (
              <p key={file.id} className="file">
                <a href={href(file)} download>
                  {mixed(file.name, lang)}
                </a>{' '}
                <small>{sizeOf(file.size)}</small>{' '}
                {isPicture(file.name) && (
                  <Button size="small" onClick={() => setShown(file)}>
                    {say('paper-preview')}
                  </Button>
                )}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {shown && (
        <Modal
          getContainer={inWindows}
          open
          footer={null}
          width={900}
          onCancel={() => setShown(undefined)}
          title={say('preview-title', { name: shown.name })}
          closable={{ 'aria-label': shellSay(lang)('close') }}
        >
          <img className="preview" src={href(shown)} alt={shown.name} />
        </Modal>
      )}
    </>
  );
}
