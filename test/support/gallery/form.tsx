import type { Lang } from '../../../src/kernel/text.ts';
import * as ui from '../../../src/portal/index.ts';
import { shell, tx } from './common.ts';

/** A form that came back with three faults. */
export function FormPage({ lang }: { lang: Lang }) {
  const phone = tx('手机号码是11位数字，现在只有8位。', 'A mobile number has 11 digits; this one has 8.')[lang];
  const papers = tx('请上传营业执照，或者选“由窗口代查”。', 'Please upload the business licence, or let the window look it up.')[lang];
  const how = tx('请选一种送达方式。', 'Please choose how it reaches you.')[lang];
  return (
    <ui.Page {...shell(lang, '/apply/food')} title={tx('申请食品经营许可', 'Apply for a food licence')} current="services">
      <ui.Breadcrumb
        lang={lang}
        trail={[
          { label: tx('办事', 'Services'), href: '/' },
          { label: tx('食品经营许可', 'Food licence'), href: '/items/food' },
          { label: tx('申请', 'Apply') },
        ]}
      />
      <h1>{tx('申请食品经营许可（新办）', 'Apply for a food licence (new)')[lang]}</h1>
      <ui.ErrorSummary
        lang={lang}
        labels={{
          'applicant.phone': tx('手机号码', 'Mobile number'),
          'papers.licence': tx('营业执照', 'Business licence'),
          delivery: tx('怎么拿证', 'How you get it'),
        }}
        errors={[
          { path: 'applicant.phone', message: phone },
          { path: 'papers.licence', message: papers },
          { path: 'delivery', message: how },
        ]}
      />
      <ui.Form action="/apply/food" hidden={{ key: 'abc' }} files>
        <ui.Field name="applicant.name" label={tx('店名', 'Name of the shop')} lang={lang} value="O’Brien & <script>" />
        <ui.Field
          name="applicant.phone"
          kind="tel"
          size="middle"
          label={tx('手机号码', 'Mobile number')}
          hint={tx('用来通知您，不作别用。', 'To notify you, for nothing else.')}
          lang={lang}
          value="13800000"
          error={phone}
          inputMode="tel"
          autoComplete="tel"
        />
        <ui.Field
          name="area"
          size="short"
          label={tx('面积（平方米）', 'Area in square metres')}
          lang={lang}
          inputMode="decimal"
          value="86"
        />
        <ui.Field
          name="kind"
          kind="select"
          size="middle"
          label={tx('经营方式', 'Kind of business')}
          lang={lang}
          value="b"
          options={[
            { value: 'a', label: tx('小餐饮', 'Snack bar') },
            { value: 'b', label: tx('中型餐馆', 'Restaurant') },
          ]}
        />
        <ui.Field name="papers.licence" kind="file" label={tx('营业执照', 'Business licence')} lang={lang} error={papers} />
        <ui.Choice
          name="delivery"
          kind="radio"
          label={tx('怎么拿证', 'How you get it')}
          error={how}
          lang={lang}
          options={[
            { value: 'post', label: tx('邮寄，不收钱', 'By post, free of charge'), hint: tx('一般两天到', 'Usually two days') },
            { value: 'desk', label: tx('到窗口取', 'At the window') },
          ]}
        />
        <ui.Field name="note" kind="textarea" rows={3} optional label={tx('还有什么要说', 'Anything else')} lang={lang} />
        <p className="buttons">
          <ui.Button lang={lang} text={tx('交上去', 'Hand it in')} />
          <ui.Button lang={lang} text={tx('先存着', 'Save for later')} plain name="draft" value="1" />
        </p>
      </ui.Form>
    </ui.Page>
  );
}
