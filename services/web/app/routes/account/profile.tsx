import { useState } from 'react';
import { api } from '../../api/client';
import { MOST_NAME_CHARACTERS, NameField } from '../../features/account/fields';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { type Me, meQuery } from '../../features/session/session';
import { LANGUAGES, speak } from '../../texts/language';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';

const NAMES = { 'zh-CN': '中文', en: 'English' } as const;

/** Name, zone and language. What is pinned to an enrolment stays as it was. */
export function Profile({ me }: { me: Me }) {
  const text = useText();
  const [displayName, setName] = useState(me.displayName);
  const [timeZone, setZone] = useState(me.timeZone);
  const [locale, setLocale] = useState(me.locale);
  const { take, isBusy, isDone, problem } = useAct(
    async () => {
      await api.membership.PATCH('/accounts/me', { body: { displayName, timeZone, locale } });
      await speak(locale, { remember: true });
    },
    { refused: { invalid_request: 'account.incomplete' }, renews: [meQuery.queryKey] },
  );
  const isSame = displayName === me.displayName && timeZone === me.timeZone && locale === me.locale;
  return (
    <>
      <NameField name={displayName} onName={setName} />
      <Choice
        label={text('more.zone')}
        note={text('profile.zoneNote')}
        value={timeZone}
        options={zones(me.timeZone).map((zone) => ({ value: zone, name: zone.replaceAll('_', ' ') }))}
        onChange={setZone}
      />
      <Choice
        label={text('more.language')}
        value={locale}
        options={LANGUAGES.map((language) => ({ value: language, name: NAMES[language] }))}
        onChange={(value) => setLocale(value === 'en' ? 'en' : 'zh-CN')}
      />
      <Problem problem={problem} />
      {isDone && isSame && (
        <Card tone="good" live>
          <p>{text('profile.saved')}</p>
        </Card>
      )}
      <Button onPress={take} isDisabled={isBusy || isSame || !isSayable(displayName, MOST_NAME_CHARACTERS)}>
        {text('profile.save')}
      </Button>
    </>
  );
}

/** All that the browser knows, and the one that is set, which may be an offset. */
function zones(own: string): string[] {
  return [...new Set([own, Intl.DateTimeFormat().resolvedOptions().timeZone, ...Intl.supportedValuesOf('timeZone')])];
}
