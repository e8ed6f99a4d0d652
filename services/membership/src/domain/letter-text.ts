import type { membershipHttp } from '@daka/contracts';
import type { LinkKind } from './letter';

export interface LetterText {
  subject: string;
  text: string;
}

/** Where the app takes a link's secret. */
const PAGES: Readonly<Record<LinkKind, string>> = {
  sign_up: 'confirm-sign-up',
  prove_email: 'confirm',
  reset_password: 'reset-password',
  change_email: 'confirm-email',
};

/**
 * A letter in the reader's language. The secret stands behind the # of its link, which browsers send to nobody. Nothing in it was
 * written by whoever caused it: a letter that strangers could put words in would be theirs to send to anybody.
 */
export function letterText(
  kind: LinkKind,
  { locale, origin, token }: { locale: membershipHttp.Locale; origin: string; token: string },
): LetterText {
  return TEXTS[kind][locale](`${origin}/${PAGES[kind]}#${token}`);
}

/** Tells that somebody is invited, and no more: neither by whom nor to what, which only the owner of the address may learn. */
export function invitationText(locale: membershipHttp.Locale, origin: string): LetterText {
  const link = `${origin}/invitations`;
  return {
    'zh-CN': {
      subject: '有人邀请你做工作人员',
      text: `你好：

打卡上有一个班邀请你做工作人员。用这个邮箱登录（没有账号就先注册，并确认邮箱），就能看到是哪个班、做什么，再决定要不要接受：

${link}

邀请 14 天内有效。不想接受，不用理会。
`,
    },
    en: {
      subject: 'You are invited to work for a class',
      text: `Hello,

a class at Daka invites you to work for it. Sign in with this address (or sign up and confirm it) to see which class and in which role, and to accept:

${link}

The invitation lapses after 14 days. If you do not want it, there is nothing to do.
`,
    },
  }[locale];
}

/** Tells that a class would like somebody, and no more, for the same reason. */
export function learnerInvitationText(
  locale: membershipHttp.Locale,
  { origin, token }: { origin: string; token: string },
): LetterText {
  const link = `${origin}/invited#${token}`;
  return {
    'zh-CN': {
      subject: '有一个班邀请你来报名',
      text: `你好：

打卡上有一个班邀请你来报名。打开下面的链接，就能看到是哪个班、每天做什么、要交多少钱，再决定来不来：

${link}

链接只能用一次，30 天内、报名截止前有效。邀请不占名额：读过群规、付了款才算入群。不想来，不用理会。
`,
    },
    en: {
      subject: 'A class invites you to join',
      text: `Hello,

a class at Daka invites you to join it. Open this link to see which class it is, what it asks each day and what it costs, and then decide:

${link}

The link works once, within 30 days and while enrolment is open. It keeps no seat: whoever has read the rules and paid is in. If you do not want to join, there is nothing to do.
`,
    },
  }[locale];
}

/** Where somebody else wants an address that has an account already. It holds no link that is good for anything: they are told nothing. */
export function addressKnownText(locale: membershipHttp.Locale, origin: string): LetterText {
  return {
    'zh-CN': {
      subject: '你已经有账号了',
      text: `你好：

有人想在打卡用这个邮箱开账号，不过它已经有账号了，所以什么都没有改变。如果是你，直接登录就行：

${origin}/sign-in

忘了密码，就在这里重设：

${origin}/forgot-password

如果不是你，不用理会：对方不会知道这个邮箱有没有账号。
`,
    },
    en: {
      subject: 'You have an account already',
      text: `Hello,

somebody wanted to use this address for an account at Daka. It has one already, so nothing has changed. If it was you, sign in:

${origin}/sign-in

If you forgot the password, set another one here:

${origin}/forgot-password

If it was not you, there is nothing to do: they are not told whether the address has an account.
`,
    },
  }[locale];
}

const TEXTS: Readonly<Record<LinkKind, Record<membershipHttp.Locale, (link: string) => LetterText>>> = {
  sign_up: {
    'zh-CN': (link) => ({
      subject: '完成注册',
      text: `你好：

有人用这个邮箱在打卡注册。如果是你，请打开下面的链接，输入注册时设的密码，账号就开好了：

${link}

链接 24 小时内有效，只能用一次。

如果不是你，不用理会：没有账号会开出来，留下的内容 24 小时后删除。
`,
    }),
    en: (link) => ({
      subject: 'Finish signing up',
      text: `Hello,

somebody signs up at Daka with this address. If it is you, open this link and enter the password that you chose; then the account is there:

${link}

The link works once, within 24 hours.

If it is not you, there is nothing to do: no account is made, and what was entered is deleted after 24 hours.
`,
    }),
  },
  prove_email: {
    'zh-CN': (link) => ({
      subject: '确认你的邮箱',
      text: `你好：

你在打卡的账号还没有确认邮箱。请打开下面的链接，确认这是你的邮箱：

${link}

链接 24 小时内有效，只能用一次。确认之后才能占名额、交押金或者做工作人员。

如果不是你的账号，请不要打开，什么都不会发生。
`,
    }),
    en: (link) => ({
      subject: 'Confirm your e-mail address',
      text: `Hello,

an account at Daka has this address, which nobody has confirmed yet. If the account is yours, open this link and confirm the address:

${link}

The link works once, within 24 hours. Until then no seat can be held, no deposit paid and no staff role taken.

If it is not yours, leave the link alone: nothing will happen.
`,
    }),
  },
  reset_password: {
    'zh-CN': (link) => ({
      subject: '重设密码',
      text: `你好：

有人想重设你在打卡的密码。如果是你，请打开下面的链接，设一个新密码：

${link}

链接一小时内有效，只能用一次。设好以后，所有设备都会退出登录。

如果不是你，不用理会：密码没有变。
`,
    }),
    en: (link) => ({
      subject: 'Set a new password',
      text: `Hello,

somebody asked to set a new password for your account at Daka. If it was you, open this link and choose one:

${link}

The link works once, within an hour. Every device is signed out when the password is set.

If it was not you, there is nothing to do: your password has not changed.
`,
    }),
  },
  change_email: {
    'zh-CN': (link) => ({
      subject: '确认新邮箱',
      text: `你好：

有人想把打卡账号的邮箱换成这个。如果是你，请打开下面的链接确认：

${link}

链接 24 小时内有效，只能用一次。确认以后，用这个邮箱登录，其他设备都会退出。

如果不是你，不用理会：什么都不会改变。
`,
    }),
    en: (link) => ({
      subject: 'Confirm your new e-mail address',
      text: `Hello,

somebody wants to use this address for their account at Daka. If it is you, open this link and confirm:

${link}

The link works once, within 24 hours. Then you sign in with this address, and other devices are signed out.

If it is not you, there is nothing to do: nothing changes.
`,
    }),
  },
};
