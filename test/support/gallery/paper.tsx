import type { Lang } from '../../../src/kernel/text.ts';
import { d } from '../../../src/pictures/builders.ts';
import * as ui from '../../../src/portal/index.ts';
import { HOUSING, shell, tx } from './common.ts';

/** A sealed decision with remedies, and a draft before the seal. */
export function PaperPage({ lang }: { lang: Lang }) {
  const body = tx(
    '你于2026年2月12日提出的设置大型户外广告设施申请（办件编号2026-HUC-000418），材料齐全、符合法定形式。依照《中华人民共和国行政许可法》第三十二条第一款第五项，本机关决定予以受理。',
    'Your application of 12 February 2026 to set up large outdoor advertising (matter 2026-HUC-000418) is complete and in the form the law asks for. Under article 32 of the Administrative Licensing Law this authority accepts it.',
  )[lang];
  const paper = {
    organ: HOUSING,
    number: '示住建许受〔2026〕418号',
    to: tx('某某广告有限公司', 'Example Advertising Ltd')[lang],
    date: d('2026-02-13'),
    specimen: true,
    lang,
  };
  return (
    <ui.Page {...shell(lang, '/papers/1')} title={tx('受理通知书', 'Notice of acceptance')} current="track">
      <ui.Paper
        {...paper}
        title={tx('行政许可申请受理通知书', 'Notice of acceptance')}
        sealed
        check={
          <p>
            banjie.example/verify
            <br />
            7F3K-92QD
          </p>
        }
      >
        <p>{body}</p>
        <ui.Terms
          lang={lang}
          items={[
            { label: tx('承诺答复', 'Promised'), value: ui.formatFullDate(d('2026-03-12'), lang) },
            { label: tx('法定最迟', 'Latest by law'), value: ui.formatFullDate(d('2026-03-26'), lang) },
            { label: tx('收费', 'Fee'), value: ui.formatMoney(0) },
          ]}
        />
      </ui.Paper>
      <ui.Paper
        {...paper}
        title={tx('不予行政许可决定书', 'Refusal of a permit')}
        sealed={false}
        remedies={
          <p>
            {
              tx(
                '如不服本决定，可以自收到之日起六十日内向示范县人民政府申请行政复议，或者六个月内向人民法院提起行政诉讼。',
                'You may apply to the county government for reconsideration within sixty days of receipt, or bring a lawsuit within six months.',
              )[lang]
            }
          </p>
        }
      >
        <p>{body}</p>
      </ui.Paper>
    </ui.Page>
  );
}
