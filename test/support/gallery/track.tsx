import type { Lang } from '../../../src/kernel/text.ts';
import { aClock, d } from '../../../src/pictures/builders.ts';
import { CalendarStrip, Lanes, Light, stripOf, TimeBar } from '../../../src/pictures/index.ts';
import * as ui from '../../../src/portal/index.ts';
import { grounds, lawfulGrounds, licensingLaw, shell, tx } from './common.ts';

/** As the drawn page `track`. */
export function Track({ lang }: { lang: Lang }) {
  const today = d('2026-03-10');
  return (
    <ui.Page {...shell(lang, '/track/2026-HUC-000418?x=1')} title={tx('办件 2026-HUC-000418', 'Matter 2026-HUC-000418')} current="track">
      <section>
        <p className="muted small">
          {
            tx(
              '办件编号 2026-HUC-000418 · 收件 2月12日 16:48 · 受理 2月13日',
              'Matter 2026-HUC-000418 · received 12 Feb 16:48 · accepted 13 Feb',
            )[lang]
          }
        </p>
        <h1>{tx('设置大型户外广告设施审批', 'Permit for large outdoor advertising')[lang]}</h1>
        <p>
          <Light state="in-time" lang={lang} />{' '}
          {
            tx(
              '现在在县住房和城乡建设局审批股，自3月9日 9:12 起。承诺3月12日前答复，最迟不过3月26日（法定）。',
              'Now with the County Housing Bureau since Mon 9 Mar, 9:12. Promised by 12 March, at the latest 26 March by law.',
            )[lang]
          }
        </p>
      </section>
      <ui.Section title={tx('走到哪一步', 'How far it is')} lang={lang}>
        <ui.Card lang={lang}>
          <Lanes
            lang={lang}
            now={26}
            rows={[
              { label: tx('综合窗口 收件', 'Window'), bars: [{ from: 0, to: 1.2, status: 'done', text: tx('收件', 'Received') }] },
              {
                label: tx('住建局（牵头）', 'Housing (lead)'),
                bars: [
                  { from: 1.2, to: 18, status: 'done', text: tx('现场踏勘', 'Site visit') },
                  { from: 18, to: 25, status: 'paused', text: tx('鉴定（法定不计时）', 'Appraisal (not counted)') },
                  { from: 25, to: 26, status: 'working', text: tx('汇总', 'Summing up') },
                ],
              },
              {
                label: tx('城管局（协办）', 'City management (assist)'),
                bars: [{ from: 1.2, to: 7, status: 'done', text: tx('同意', 'Agreed') }],
              },
              {
                label: tx('交警大队（协办）', 'Traffic police (assist)'),
                bars: [{ from: 1.2, to: 12, status: 'done', text: tx('同意，附意见 1 条', 'Agreed, one remark') }],
              },
              { label: tx('负责人 决定', 'Head decides'), bars: [{ from: 26, to: 38, status: 'pending' }] },
            ]}
          />
        </ui.Card>
      </ui.Section>
      <ui.Section title={tx('时间都花在谁手里', 'In whose hands the time went')} lang={lang}>
        <ui.Card lang={lang}>
          <TimeBar
            lang={lang}
            segments={[
              { account: 'window', holder: tx('综合窗口', 'Service window'), seconds: 51_840 },
              { account: 'organ', holder: tx('住建局', 'Housing bureau'), seconds: 501_120 },
              { account: 'applicant', holder: tx('您补材料', 'You, more papers'), seconds: 95_040 },
              { account: 'law', holder: tx('鉴定', 'Appraisal'), seconds: 432_000 },
              { account: 'organ', holder: tx('城管局', 'City management bureau'), seconds: 1_900 },
            ]}
          />
        </ui.Card>
      </ui.Section>
      <ui.Section title={tx('为什么最迟是3月26日', 'Why 26 March at the latest')} lang={lang}>
        <ui.Card lang={lang}>
          <ui.WhyDate
            clock={aClock()}
            basis={licensingLaw}
            lang={lang}
            stops={ui.pausesOf(aClock().pauses, lawfulGrounds)}
            zero={tx('受理', 'acceptance')}
            documents={[tx('国务院办公厅 2026 年节假日安排', 'State Council General Office, holidays of 2026')]}
          >
            <a href="/why.json">{tx('下载计算过程', 'Download the computation')[lang]}</a>{' '}
            <a href="/check">{tx('用独立程序核验', 'Check it independently')[lang]}</a>
          </ui.WhyDate>
          <CalendarStrip strip={stripOf(aClock(), { today, grounds, zero: tx('受理', 'accepted') })} lang={lang} today={today} />
          <ui.Stops runs={ui.pausesOf(aClock().pauses, lawfulGrounds)} lang={lang} />
        </ui.Card>
      </ui.Section>
      <ui.Grid columns={3}>
        <ui.Card title={tx('要您做的', 'What you need to do')} lang={lang}>
          <p className="muted">
            {
              tx(
                '现在没有。需要时短信通知，只会一次性告知全部事项。',
                'Nothing at present. You will be told everything once, in one message.',
              )[lang]
            }
          </p>
        </ui.Card>
        <ui.Card title={tx('凭证', 'Papers')} lang={lang}>
          <p>
            <a href="/p">{tx('受理通知书', 'Notice of acceptance')[lang]}</a>{' '}
            <a href="/r">{tx('可离线核验的回执', 'Receipt, verifiable offline')[lang]}</a>
          </p>
        </ui.Card>
        <ui.Card title={tx('有意见', 'Not content?')} lang={lang}>
          <p>
            0000-7654321 <a href="/c">{tx('网上说', 'Tell us')[lang]}</a> <a href="/w">{tx('撤回申请', 'Withdraw')[lang]}</a>
          </p>
        </ui.Card>
      </ui.Grid>
    </ui.Page>
  );
}
