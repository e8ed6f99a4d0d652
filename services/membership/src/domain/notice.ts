import type { membershipHttp } from '@daka/contracts';
import type { Act } from './audit';

/** What an account is told of by a letter without a link that does anything. */
export const NOTICES = [
  'second_factor_on',
  'second_factor_off',
  'second_factor_removed',
  'recovery_codes_replaced',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
  'passkey_copied',
  'wrong_code',
  'erasure_asked',
  'email_change_asked',
  'email_changed',
] as const satisfies readonly Act[];
export type NoticeKind = (typeof NOTICES)[number];

export interface Notice {
  /** Stays the same however often it is sent. */
  id: string;
  accountId: string;
  kind: NoticeKind;
  atMs: number;
  /** The address that the account had then, if it has another one since; null: it goes to the present one. */
  to: string | null;
}

/** After this nobody would understand what it speaks of. */
const WORTH_SENDING_MS = 3 * 86_400_000;

export function expiresAtMs({ atMs }: Pick<Notice, 'atMs'>): number {
  return atMs + WORTH_SENDING_MS;
}

interface NoticeText {
  subject: string;
  happened: string;
  /** What to do about it if it was somebody else. */
  otherwise: string;
}

/** In the reader's language. It names nothing that somebody else could have written. */
export function noticeText(
  kind: NoticeKind,
  { locale, origin }: { locale: membershipHttp.Locale; origin: string },
): { subject: string; text: string } {
  const { subject, happened, otherwise } = TEXTS[kind][locale];
  const link = `${origin}/account/log`;
  const text = {
    'zh-CN': `你好：

${happened}

如果是你本人，不用理会。${otherwise}

什么时候、在哪台设备上做的，可以在安全记录里看到：

${link}
`,
    en: `Hello,

${happened}

If it was you, there is nothing to do. ${otherwise}

When it was done, and from which device, is in your security log:

${link}
`,
  }[locale];
  return { subject, text };
}

const TEXTS: Readonly<Record<NoticeKind, Record<membershipHttp.Locale, NoticeText>>> = {
  second_factor_on: {
    'zh-CN': {
      subject: '两步登录已开启',
      happened: '你在打卡的账号开启了两步登录：以后登录除了密码，还要输入验证器上的验证码。其他设备都已退出登录。',
      otherwise: '如果不是你，说明有人知道你的密码，请马上联系我们。',
    },
    en: {
      subject: 'Two-step sign-in is on',
      happened:
        'two-step sign-in was turned on for your account at Daka: signing in now takes a code of an authenticator besides the password. Other devices were signed out.',
      otherwise: 'If it was not, somebody knows your password: please contact us at once.',
    },
  },
  second_factor_off: {
    'zh-CN': {
      subject: '两步登录已关闭',
      happened: '你在打卡的账号关闭了两步登录的验证码：如果没有添加通行密钥，现在只用密码就能登录。',
      otherwise: '如果不是你，请马上改密码，并退出其他设备。',
    },
    en: {
      subject: 'Two-step sign-in is off',
      happened:
        'codes of an authenticator were turned off for your account at Daka: unless it has a passkey, the password alone signs in now.',
      otherwise: 'If it was not, set another password at once, which signs every other device out.',
    },
  },
  second_factor_removed: {
    'zh-CN': {
      subject: '两步登录已由平台关闭',
      happened:
        '平台应你的请求，关闭了你在打卡的账号的两步登录，通行密钥也都删除了：现在只用密码就能登录。请尽快重新开启。',
      otherwise: '如果不是你提出的，请马上改密码，并联系我们。',
    },
    en: {
      subject: 'Two-step sign-in was turned off by the platform',
      happened:
        'as you asked, the platform turned two-step sign-in off for your account at Daka and removed its passkeys: the password alone signs in now. Please turn it on again soon.',
      otherwise: 'If you did not ask for it, set another password at once and contact us.',
    },
  },
  recovery_codes_replaced: {
    'zh-CN': {
      subject: '恢复码已更换',
      happened: '你在打卡的账号换了一组新的恢复码，旧的都不能用了。',
      otherwise: '如果不是你，请马上改密码，再换一组恢复码。',
    },
    en: {
      subject: 'New recovery codes',
      happened: 'your account at Daka has new recovery codes; the earlier ones are good no more.',
      otherwise: 'If it was not, set another password at once, then make new codes.',
    },
  },
  recovery_code_used: {
    'zh-CN': {
      subject: '有人用了一个恢复码',
      happened: '有人用密码和一个恢复码通过了你在打卡的两步验证。这个恢复码已经不能再用。',
      otherwise: '如果不是你，请马上改密码，再换一组恢复码。',
    },
    en: {
      subject: 'A recovery code was used',
      happened:
        'your password and one of your recovery codes were used for your account at Daka. That code is good no more.',
      otherwise: 'If it was not, set another password at once, then make new codes.',
    },
  },
  passkey_added: {
    'zh-CN': {
      subject: '账号添加了通行密钥',
      happened: '你在打卡的账号添加了一个通行密钥：以后用它就能登录，不用密码。',
      otherwise: '如果不是你，请马上登录，在“两步登录”里删掉它，再改密码；登录不了就马上联系我们，只改密码挡不住它。',
    },
    en: {
      subject: 'A passkey was added',
      happened: 'a passkey was added to your account at Daka: it signs in without the password.',
      otherwise:
        'If it was not, sign in at once, remove it under "Two-step sign-in" and set another password. If you are not let in, contact us at once: another password alone does not keep it out.',
    },
  },
  passkey_removed: {
    'zh-CN': {
      subject: '账号删除了通行密钥',
      happened:
        '你在打卡的账号删除了一个通行密钥，它不能再登录。如果没有别的通行密钥，也没有开启验证码，现在只用密码就能登录。',
      otherwise: '如果不是你，请马上改密码，并退出其他设备。',
    },
    en: {
      subject: 'A passkey was removed',
      happened:
        'a passkey of your account at Daka was removed and signs nobody in any more. Without another one, and without an authenticator, the password alone signs in now.',
      otherwise: 'If it was not, set another password at once, which signs every other device out.',
    },
  },
  passkey_copied: {
    'zh-CN': {
      subject: '你的通行密钥可能被复制了',
      happened: '有人用你在打卡的账号的通行密钥登录，但它的使用次数对不上，可能有一份复制品。没有登录成功。',
      otherwise: '无论是不是你，都请登录后删掉这个通行密钥，再添加一个新的。',
    },
    en: {
      subject: 'Somebody may have a copy of your passkey',
      happened:
        'a passkey of your account at Daka was used, but it has counted fewer uses than we have seen: there may be a copy of it. Nobody was signed in.',
      otherwise: 'Even so, sign in, remove this passkey and add a new one.',
    },
  },
  erasure_asked: {
    'zh-CN': {
      subject: '你的账号七天后注销',
      happened:
        '有人用密码申请注销你在打卡的账号。七天之后，名字、邮箱、写过的内容和照片都会删掉，不能恢复。在那之前，登录后打开“账号 · 我的数据”就可以撤回。',
      otherwise: '如果不是你，说明有人知道你的密码：请马上登录撤回，再改密码。',
    },
    en: {
      subject: 'Your account is erased in a week',
      happened:
        'your password was used to ask that your account at Daka be erased. In a week your name, your address, what you wrote and your pictures are gone for good. Until then, sign in and open "Account", "My data" to keep it.',
      otherwise: 'If it was not, your password is known: sign in, keep the account, and set another password at once.',
    },
  },
  wrong_code: {
    'zh-CN': {
      subject: '有人知道你的密码',
      happened: '有人用你的密码登录打卡，但多次输错了验证码，没有登录成功。',
      otherwise: '如果不是你，说明你的密码已经泄露，请马上改密码。',
    },
    en: {
      subject: 'Somebody knows your password',
      happened: 'somebody gave your right password at Daka, then wrong codes, several times. They were not signed in.',
      otherwise: 'If it was not, your password is known: set another one at once.',
    },
  },
  email_change_asked: {
    'zh-CN': {
      subject: '有人要换你的邮箱',
      happened: '有人用你的密码，要求把你在打卡的账号换成另一个邮箱。新邮箱确认之前，什么都不会改变。',
      otherwise: '如果不是你，说明有人知道你的密码，请马上改密码，这次换邮箱也会随之作废。',
    },
    en: {
      subject: 'Somebody asked to change your e-mail address',
      happened:
        'somebody asked, with your password, to use another address for your account at Daka. Nothing changes until the other address is confirmed.',
      otherwise: 'If it was not, somebody knows your password: set another one at once, which calls this off too.',
    },
  },
  email_changed: {
    'zh-CN': {
      subject: '你的邮箱已经换了',
      happened: '你在打卡的账号换成了另一个邮箱：以后这里不再收到我们的信，也不能再用它登录。其他设备都已退出登录。',
      otherwise: '如果不是你，请马上联系我们。',
    },
    en: {
      subject: 'Your e-mail address has changed',
      happened:
        'your account at Daka has another address now: this one gets no letters from us any more and signs nobody in. Other devices were signed out.',
      otherwise: 'If it was not, contact us at once.',
    },
  },
};
