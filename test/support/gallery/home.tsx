import type { Lang, Text } from '../../../src/kernel/text.ts';
import { Light } from '../../../src/pictures/index.ts';
import * as ui from '../../../src/portal/index.ts';
import { shell, tx } from './common.ts';

/** As the drawn page `home`. */
export function Home({ lang, large }: { lang: Lang; large?: boolean }) {
  const items = [
    ['食品经营许可（新办）', 'Food business licence (new)', 5],
    ['设置大型户外广告及城市建筑物、设施上悬挂、张贴宣传品审批', 'Large outdoor advertising, and notices on buildings', 8],
    ['道路货物运输经营许可', 'Road freight licence', 7],
    ['公共场所卫生许可', 'Hygiene licence for public places', 6],
  ] as const;
  const stats: readonly [string, Text, ui.StatProps['rows']?][] = [
    ['132', tx('收件', 'received')],
    ['118', tx('办结，其中 41 件当场办结', 'handled to the end, 41 of them on the spot')],
    [
      '98.7%',
      tx('本月按承诺办结', 'kept the promised day this month'),
      { href: '/late', label: tx('看没按时的 27 件', 'see the 27 that did not') },
    ],
    [ui.formatDuration(3 * 86400 + 9 * 3600, lang), tx('承诺件用时中位数（法定多为 20 天）', 'median time; the law mostly allows 20 days')],
  ];
  return (
    <ui.Page {...shell(lang, '/', '2026-02-27')} title={tx('办事', 'Services')} current="services" large={large}>
      <div className="hero">
        <h1>{tx('您要办什么事？', 'What would you like to get done?')[lang]}</h1>
        <p>
          {
            tx(
              '用平常的话说就行。每件事都写明要什么材料、几天办好、收不收钱；收下以后，谁在办、办到哪一步、为什么是这一天，随时能看。',
              'Plain words will do. Each service says which papers, how many days, what fee; afterwards you can see at any time who has it, how far it is, and why this date.',
            )[lang]
          }
        </p>
        <ui.SearchBox
          lang={lang}
          action="/search"
          label={tx('要办的事', 'What to get done')}
          value={tx('开饭店', 'open a restaurant')[lang]}
          hints={[
            { href: '/a', label: tx('开办企业', 'Start a business') },
            { href: '/b', label: tx('户外招牌', 'Shop signs') },
            { href: '/c', label: tx('新生儿落户', 'Register a newborn') },
            { href: '/d', label: tx('按部门看 31 个部门', 'By department: 31') },
          ]}
        />
      </div>
      <ui.Section title={tx('今天', 'Today')} lang={lang}>
        <ui.Grid columns={4}>
          {stats.map(([value, label, rows]) => (
            <ui.Stat key={label.en} value={value} label={label} rows={rows} lang={lang} />
          ))}
        </ui.Grid>
      </ui.Section>
      <ui.Grid columns="main">
        <ui.Section title={tx('常办的事', 'Often asked for')} lang={lang}>
          <ui.Card lang={lang}>
            <ui.List
              items={items.map(([zh, en, days]) => ({
                key: en,
                title: lang === 'zh' ? zh : en,
                href: '/x',
                aside: (
                  <>
                    {tx('法定', 'by law')[lang]} {ui.formatLimit(20, 'wd', lang)}
                    <b>
                      {tx('承诺', 'promised')[lang]}{' '}
                      <ui.Show
                        of={{ value: ui.formatLimit(days, 'wd', lang), confidence: days === 8 ? 'illustrative' : 'known' }}
                        lang={lang}
                      />
                    </b>
                  </>
                ),
              }))}
            />
          </ui.Card>
        </ui.Section>
        <ui.Section title={tx('今天谁在', 'Who is in today')} lang={lang}>
          <ui.Card lang={lang}>
            <ui.List
              items={[
                { key: 'duty', title: tx('值班电话（24 小时）', 'Duty telephone, day and night')[lang], aside: <b>0000-1234567</b> },
                {
                  key: 'visit',
                  title: tx('领导接待日', 'Reception day')[lang],
                  note: tx('3月5日 星期四 上午，县信访局一楼', 'Thu 5 Mar, morning, petitions office')[lang],
                  aside: <a href="/book">{tx('预约', 'book')[lang]}</a>,
                },
                {
                  key: 'hall',
                  title: tx('服务大厅', 'Service hall')[lang],
                  note: '9:00–17:00',
                  aside: <Light state="in-time" lang={lang} text={tx('平均等候 6 分钟', 'about 6 minutes')} />,
                },
              ]}
            />
          </ui.Card>
        </ui.Section>
      </ui.Grid>
    </ui.Page>
  );
}
