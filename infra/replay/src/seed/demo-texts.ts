import type { CohortPlan } from '../run/organise';

type Texts = Pick<CohortPlan, 'forWhom' | 'whatFor' | 'exchanged' | 'description'>;

/** What stands on the pages of the demo's cohorts. */
export const texts: Texts = {
  forWhom: '想写、却总说“等有空再写”的人。不要求文笔，每天能空出十五分钟就行。',
  whatFor: '二十一天后，你会有十八篇自己的短文、两篇改过的作业，还有一个不用咬牙也能坚持的早晨。',
  exchanged: '互相读、互相回一句真话：每天读两位同学的短文，各回一句“我读到了什么”。讲师点评每一篇作业。',
  description: [
    '## 每天做什么',
    '',
    '早上写一段，不少于二十个字。写昨天的一个念头、刚读到的一句话，或者今天要做的一件事，都可以。凌晨三点以前提交，算前一天的。',
    '',
    '周日休息。漏了一天，两天内可以补上，一共能补三次。',
    '',
    '## 两次作业',
    '',
    '1. **第一篇短文**：写一件你改变了看法的小事。',
    '2. **第二篇短文**：把第一篇改写给一个不认识你的人看。',
    '',
    '讲师沈老师逐篇点评，需要改的会写清楚改哪里。',
    '',
    '## 押金怎么退',
    '',
    '押金三百元，每完成一天退一部分，连续越久，退得越多，当天的钱第二天就原路退回。',
    '没有拿回的部分在结营时分给坚持下来的同学，一成归学社，一成捐出。',
    '',
    '> 我们办这个班，是因为自己也曾经写三天停两个月。',
  ].join('\n'),
};

/** The shorter one that is over. */
export const earlierTexts: Texts = {
  forWhom: '还没想好要不要写二十一天、想先试一周的人。',
  whatFor: '七天里写出六篇短文，知道自己什么时候最容易写下去。',
  exchanged: '每天读一位同学的短文，回一句话。',
  description: '一周的体验班，节奏和二十一天的班一样：每天早上写二十个字以上，周日休息，缺的两天内补上。',
};

/** The rules, with the passphrase hidden in the second one. */
export function rules(passphrase: string): CohortPlan['rules'] {
  return [
    {
      title: '每天一写',
      text: '每天写一段不少于二十个字的短文，凌晨三点以前算前一天。周日不用写。写什么都行，但要是你自己写的。',
    },
    {
      title: '押金与口令',
      text: `每完成一天退回一部分押金，连续越久退得越多；结营时没拿回的部分，分给坚持到最后的同学。读到这里，请记住本期口令“${passphrase}”，报名时要用它回答。`,
    },
    {
      title: '缺卡与补卡',
      text: '两天内可以补卡，一共三次。一周内缺三天即出局，已经赚回的押金照退；对出局有异议，可以申诉。',
    },
    { title: '互相尊重', text: '只评文字，不评人。同学写的内容不外传、不截图。' },
  ];
}
