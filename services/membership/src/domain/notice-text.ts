import type { membershipHttp } from '@daka/contracts';
import type { NoticeKind } from './letter';
import type { LetterText } from './letter-text';

/** A letter without a link that is good for anything: what it leads to is open to everybody. Nothing in it was written by whoever caused it. */
export function noticeText(kind: NoticeKind, locale: membershipHttp.Locale, origin: string): LetterText {
  return TEXTS[kind][locale](origin);
}

const TEXTS: Readonly<Record<NoticeKind, Record<membershipHttp.Locale, (origin: string) => LetterText>>> = {
  address_known: {
    'zh-CN': (origin) => ({
      subject: '你已经有账号了',
      text: `你好：

有人想在打卡用这个邮箱开账号，不过它已经有账号了，所以什么都没有改变。如果是你，直接登录就行：

${origin}/sign-in

忘了密码，就在这里重设：

${origin}/forgot-password

如果不是你，不用理会：对方不会知道这个邮箱有没有账号。
`,
    }),
    en: (origin) => ({
      subject: 'You have an account already',
      text: `Hello,

somebody wanted to use this address for an account at Daka. It has one already, so nothing has changed. If it was you, sign in:

${origin}/sign-in

If you forgot the password, set another one here:

${origin}/forgot-password

If it was not you, there is nothing to do: they are not told whether the address has an account.
`,
    }),
  },
  email_change_asked: {
    'zh-CN': (origin) => ({
      subject: '有人要换你的邮箱',
      text: `你好：

有人用你的密码，要求把你打卡账号的邮箱换成另一个。新邮箱确认之前，什么都不会改变。

如果是你，不用管这封信。如果不是你，说明有人知道你的密码，请马上改密码，这次换邮箱也会随之作废：

${origin}/account
`,
    }),
    en: (origin) => ({
      subject: 'Somebody asked to change your e-mail address',
      text: `Hello,

somebody asked, with your password, to use another address for your account at Daka. Nothing changes until the other address is confirmed.

If it was you, there is nothing to do. If not, somebody knows your password: change it at once, which calls this off too:

${origin}/account
`,
    }),
  },
  email_changed: {
    'zh-CN': (origin) => ({
      subject: '你的邮箱已经换了',
      text: `你好：

你打卡账号的邮箱已经换成另一个，以后这里不再收到我们的信，也不能再用它登录。

如果不是你换的，请马上联系平台：

${origin}
`,
    }),
    en: (origin) => ({
      subject: 'Your e-mail address has changed',
      text: `Hello,

your account at Daka has another address now. This one gets no letters from us any more and signs nobody in.

If you did not change it, tell the platform at once:

${origin}
`,
    }),
  },
};
