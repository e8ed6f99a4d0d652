import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { secondFactorQuery, sessionsQuery } from '../../api/queries';
import { CurrentPassword } from '../../features/account/fields';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { usePasskey } from '../../features/passkey/use-passkey';
import { meQuery } from '../../features/session/session';
import { SecondStep } from '../../features/second-factor/later';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

type Factor = Awaited<ReturnType<NonNullable<(typeof secondFactorQuery)['queryFn']>>>;
type Passkey = Factor['passkeys'][number];
/** What is under way with passkeys: one of them is being removed, another one added. */
export type Doing = { removes: Passkey } | 'adding' | null;

interface PasskeysProps {
  factor: Factor;
  doing: Doing;
  onDoing(doing: Doing): void;
  onCodes(codes: readonly string[]): void;
}

const MOST_NAME_CHARACTERS = 60;

/** The passkeys of the account, and the ways to another one and to one less. */
export function Passkeys({ factor, doing, onDoing, onCodes }: PasskeysProps) {
  const text = useText();
  const { passkeys, takesPasskeys } = factor;
  return (
    <Card title={text('passkey.title')}>
      <Muted>{text(takesPasskeys ? 'passkey.what' : 'passkey.needsName')}</Muted>
      <Lines>
        {passkeys.map((passkey) => (
          <OnePasskey key={passkey.id} passkey={passkey} onRemove={() => onDoing({ removes: passkey })} />
        ))}
      </Lines>
      {doing === 'adding' && <Add isOn={factor.isOn} onDone={() => onDoing(null)} onCodes={onCodes} />}
      {doing !== null && doing !== 'adding' && (
        <Remove
          passkey={doing.removes}
          isLast={!factor.hasAuthenticator && passkeys.length === 1}
          onDone={() => onDoing(null)}
        />
      )}
      {doing === null && takesPasskeys && (
        <Button quiet onPress={() => onDoing('adding')}>
          {text('passkey.add')}
        </Button>
      )}
    </Card>
  );
}

function OnePasskey({ passkey: { name, addedAt, lastUsedAt }, onRemove }: { passkey: Passkey; onRemove(): void }) {
  const text = useText();
  const { data: account } = useQuery(meQuery);
  const dates = useDates(account?.timeZone ?? 'UTC');
  const added = text('passkey.added', { when: dates.dateAndTime(addedAt) });
  const used =
    lastUsedAt === null ? text('passkey.unused') : text('passkey.used', { when: dates.dateAndTime(lastUsedAt) });
  return (
    <Line
      what={name}
      note={`${added} · ${used}`}
      much={
        <Button quiet small onPress={onRemove}>
          {text('passkey.remove')}
        </Button>
      }
    />
  );
}

function Add({ isOn, onDone, onCodes }: { isOn: boolean; onDone(): void; onCodes(codes: readonly string[]): void }) {
  const text = useText();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [currentPassword, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { take, isBusy, problem } = usePasskey(async ({ addPasskey }) => {
    const codes = await addPasskey(name, isOn ? { currentPassword, code } : { currentPassword });
    if (codes.length > 0) onCodes(codes);
    onDone();
    await Promise.all(
      [secondFactorQuery, sessionsQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })),
    );
  });
  const isOff = name.trim() === '' || currentPassword === '' || (isOn && code === '') || isBusy;
  return (
    <Form onSubmit={() => !isOff && take()}>
      <Field
        label={text('passkey.name')}
        note={text('passkey.nameNote')}
        name="passkey-name"
        value={name}
        onChange={setName}
        mostCharacters={MOST_NAME_CHARACTERS}
        autoFocus
      />
      <CurrentPassword password={currentPassword} onPassword={setPassword} />
      {isOn && <SecondStep code={code} onCode={setCode} />}
      <Problem problem={problem} />
      <Button type="submit" isDisabled={isOff}>
        {text('passkey.make')}
      </Button>
      {!isOn && <Muted>{text('factor.turnOnEnds')}</Muted>}
      <Button quiet onPress={onDone}>
        {text('passkey.leave')}
      </Button>
    </Form>
  );
}

interface RemoveProps {
  passkey: Passkey;
  /** Of all that sign-in takes besides the password. */
  isLast: boolean;
  onDone(): void;
}

function Remove({ passkey: { id: passkeyId, name }, isLast, onDone }: RemoveProps) {
  const text = useText();
  const [currentPassword, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { take, isBusy, problem } = useAct(
    async () => {
      await api.membership.POST('/accounts/me/passkeys/removal', { body: { currentPassword, code, passkeyId } });
      onDone();
    },
    {
      refused: {
        wrong_credentials: 'newPassword.wrong',
        wrong_code: 'factor.wrongCode',
        too_many_attempts: 'account.tooMany',
      },
      renews: [secondFactorQuery.queryKey],
    },
  );
  const isOff = currentPassword === '' || code === '' || isBusy;
  return (
    <Form onSubmit={() => !isOff && take()}>
      <p>{text('passkey.removeWhat', { name })}</p>
      {isLast && <p>{text('passkey.removeLast')}</p>}
      <CurrentPassword password={currentPassword} onPassword={setPassword} />
      <SecondStep code={code} onCode={setCode} />
      <Problem problem={problem} />
      <Button type="submit" isDisabled={isOff}>
        {text('passkey.removeIt')}
      </Button>
      <Button quiet onPress={onDone}>
        {text('passkey.leave')}
      </Button>
    </Form>
  );
}
