import type { Lang } from '../../../src/kernel/text.ts';
import { aClock, d } from '../../../src/pictures/builders.ts';
import { CalendarStrip, FlowPicture, type FlowStep, Light, type LightState, Seal, stripOf, TimeBar } from '../../../src/pictures/index.ts';
import * as ui from '../../../src/portal/index.ts';
import { lawfulGrounds, licensingLaw, shell, tx } from './common.ts';

const LIGHTS: readonly LightState[] = ['in-time', 'due-soon', 'step-overdue', 'over-promise', 'over-law', 'unarmed', 'paused', 'closed'];
const limit = (amount: number, confidence: 'known' | 'illustrative' = 'known'): FlowStep['limit'] => ({
  value: { amount, unit: 'wd' },
  confidence,
});
const yearClock = aClock({
  unit: 'year',
  amount: 1,
  due: d('2027-02-13'),
  pauses: [],
  provisional: true,
  derivation: { skipped: [], makeup: [] },
});
const openClock = aClock({ pauses: [{ ground: 'appraisal', from: d('2026-03-02'), expected: d('2026-03-09') }], conditional: true });

/** Everything that the drawn pages do not show. */
export function Pieces({ lang }: { lang: Lang }) {
  const at = Date.parse('2026-02-12T16:48:00+08:00') / 1000;
  return (
    <ui.Page {...shell(lang, '/pieces')} title={tx('零件', 'Pieces')} current="rules">
      <h1>{tx('零件', 'Pieces')[lang]}</h1>
      <ui.Section title={tx('灯和印', 'Lights and the seal')} lang={lang}>
        <p>
          {LIGHTS.map((state) => (
            <span key={state}>
              <Light state={state} lang={lang} />{' '}
            </span>
          ))}
          <Seal lang={lang} />
        </p>
      </ui.Section>
      <ui.Section title={tx('办理流程', 'How it runs')} lang={lang}>
        <ui.Card lang={lang}>
          <FlowPicture
            lang={lang}
            accept={{ who: tx('综合窗口', 'Service window'), limit: limit(0) }}
            lead={{ who: tx('住建局', 'Housing bureau'), limit: limit(8) }}
            assists={[
              { who: tx('城管局', 'City management bureau'), duty: tx('市容', 'looks of the street'), limit: limit(3, 'illustrative') },
              { who: tx('交警大队', 'Traffic police'), duty: tx('行车视线', 'sight lines'), limit: limit(3, 'illustrative') },
            ]}
            decide={{ who: tx('分管负责人', 'Deputy in charge'), limit: limit(2) }}
            deliver={{ who: tx('综合窗口', 'Service window'), limit: limit(1) }}
            legal={limit(20)}
            promised={limit(8, 'illustrative')}
          />
        </ui.Card>
      </ui.Section>
      <ui.Section title={tx('一年的期限', 'A year')} lang={lang}>
        <ui.Card lang={lang}>
          <ui.WhyDate clock={yearClock} basis={{ ...licensingLaw, article: '50', mark: 'K' }} lang={lang} zero={tx('发证', 'issued')} />
          <CalendarStrip strip={stripOf(yearClock)} lang={lang} />
        </ui.Card>
      </ui.Section>
      <ui.Section title={tx('没有恢复的暂停', 'An open pause')} lang={lang}>
        <ui.WhyDate clock={openClock} basis={licensingLaw} lang={lang} stops={ui.pausesOf(openClock.pauses, lawfulGrounds)} />
      </ui.Section>
      <ui.Section title={tx('办理经过', 'What happened')} lang={lang}>
        <ui.Card lang={lang}>
          <ui.Timeline
            lang={lang}
            entries={[
              {
                key: '1',
                at,
                text: tx('收到您的申请和 6 份材料', 'Your application and six papers were received'),
                who: tx('综合窗口', 'Service window'),
              },
              { key: '2', at: at + 66_000, text: tx('材料齐全，受理', 'Complete: accepted'), who: tx('住建局 审批股', 'Housing bureau') },
              {
                key: '3',
                at: at + 67_000,
                text: tx('请城管局、交警大队同时出意见', 'City management and traffic police were asked at the same time'),
              },
              {
                key: '4',
                at: at + 1_500_000,
                text: tx('鉴定，法定不计时，预计5个工作日', 'Appraisal: not counted by law, about five working days'),
                tone: 'law',
              },
              { key: '5', at: at + 2_300_000, text: tx('准予许可，办结', 'Permit granted: handled to the end'), tone: 'end' },
            ]}
          />
        </ui.Card>
      </ui.Section>
      <ui.Section title={tx('法律时限', 'Time limits')} lang={lang}>
        <ui.Table
          lang={lang}
          caption={tx('许可的期限', 'Limits of licensing')}
          columns={[{ label: tx('事项', 'What') }, { label: tx('依据', 'Article') }, { label: tx('期限', 'Limit'), numeric: true }]}
          rows={[
            { key: 'a', cells: [tx('受理', 'Acceptance')[lang], ui.formatArticle('32(1)(4)', lang), ui.formatLimit(5, 'wd', lang)] },
            { key: 'b', cells: [tx('决定', 'Decision')[lang], ui.formatArticle('42', lang), ui.formatLimit(20, 'wd', lang)] },
            { key: 'c', cells: [tx('送达', 'Delivery')[lang], ui.formatArticle('44', lang), ui.formatLimit(10, 'wd', lang)] },
          ]}
        />
        <ui.Pager lang={lang} previous="/p?before=a" next="/p?after=c" />
      </ui.Section>
      <ui.Section title={tx('空的', 'Empty')} lang={lang}>
        <ui.Empty lang={lang} text={tx('没有符合的办件。', 'No matter matches.')}>
          <p>{tx('换个词，或者按部门看。', 'Try another word, or look by department.')[lang]}</p>
        </ui.Empty>
        <TimeBar lang={lang} segments={[]} />
      </ui.Section>
    </ui.Page>
  );
}
