import type { Text } from '../../kernel/text.ts';

/** What a page says that cannot be shown. */
export const errorWords = {
  'error-next': { zh: '接下来可以', en: 'What you can do' },
  'error-who': { zh: '谁能办', en: 'Who can' },
  'error-basis': { zh: '依据', en: 'Basis' },
  'error-code': { zh: '代码', en: 'Code' },
  'error-home': { zh: '回到办事首页', en: 'Back to the services' },
  'error-track': { zh: '用编号查进度', en: 'Track by number' },
  'error-wait': { zh: '请过 {time} 再试。', en: 'Please try again in {time}.' },
  'error-400-title': { zh: '这个请求看不懂', en: 'We could not read this request' },
  'error-400-say': {
    zh: '送来的内容不完整，或者格式不对。什么也没有改动。',
    en: 'What arrived is incomplete or in a form we do not know. Nothing has been changed.',
  },
  'error-401-title': { zh: '请先登录', en: 'Please sign in first' },
  'error-401-say': {
    zh: '这一页只给登录的人看。查进度不用登录，凭编号和查询码即可。',
    en: 'This page is for people who have signed in. Tracking needs no sign-in: a number and its query code are enough.',
  },
  'error-403-title': { zh: '您没有这项权限', en: 'You are not empowered to do this' },
  'error-403-say': {
    zh: '您看得到这件事，但它不归您办。什么也没有改动。',
    en: 'You may see this matter, but it is not yours to act on. Nothing has been changed.',
  },
  'error-404-title': { zh: '没有找到', en: 'Not found' },
  'error-404-say': {
    zh: '没有这一页，或者它不对您公开。编号请连同横线一起核对；查询码在回执上。',
    en: 'There is no such page, or it is not open to you. Check the number with its hyphens; the query code is on the receipt.',
  },
  'error-409-title': { zh: '晚了一步', en: 'Somebody was there first' },
  'error-409-say': {
    zh: '您打开这一页以后，这一步已经变了。请看现在的情况，再决定要不要办。',
    en: 'This step has changed since you opened the page. Please look at it as it is now and decide again.',
  },
  'error-413-title': { zh: '文件太大', en: 'The file is too large' },
  'error-413-say': {
    zh: '请把文件缩小，或者分成几份再传。已填的内容请返回上一页取回。',
    en: 'Please make it smaller or send it in parts. Go back to find what you had typed.',
  },
  'error-415-title': { zh: '这种文件不收', en: 'This kind of file is not taken' },
  'error-415-say': { zh: '可以传 PDF、JPG 或 PNG。', en: 'PDF, JPG and PNG are taken.' },
  'error-422-title': { zh: '按规定不能这样办', en: 'The rules do not allow this' },
  'error-422-say': {
    zh: '什么也没有改动。原因和办法写在下面。',
    en: 'Nothing has been changed. The reason and the way forward are below.',
  },
  'error-429-title': { zh: '来得太密了', en: 'Too many requests' },
  'error-429-say': {
    zh: '短时间内请求太多，先歇一歇。已经提交成功的不受影响。',
    en: 'Too many requests came in a short time. What was already handed in is safe.',
  },
  'error-500-title': { zh: '系统出了毛病', en: 'Something broke on our side' },
  'error-500-say': {
    zh: '不是您的错。没有回执的提交一律不算数，请过一会儿再试；急事请打窗口电话。',
    en: 'It is not your fault. What got no receipt was not taken in: please try again in a while, or call the service window.',
  },
  'error-503-title': { zh: '系统正在维护', en: 'We are under maintenance' },
  'error-503-say': {
    zh: '马上回来。法定期限照常计算，不会因此少一天。',
    en: 'Back soon. Legal time limits run as usual; nobody loses a day by this.',
  },
} as const satisfies Record<string, Text>;
