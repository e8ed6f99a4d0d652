import { useState } from 'react';
import { api } from '../../api/client';
import type { Cohort, Enrolment } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Long, Muted } from '../../ui/words';
import { Problem } from '../../features/act/problem';
import { holdSeat } from './seat';
import { useStep } from './step';

/** The rules to read, and the passphrase that stands in them; then the seat is held at once. */
export function AcceptRules({ cohort, enrolment }: { cohort: Cohort; enrolment: Enrolment }) {
  const text = useText();
  const [passphrase, setPassphrase] = useState('');
  const { take, isBusy, problem } = useStep(async () => {
    await api.membership.POST('/enrolments/{enrolmentId}/acceptance', {
      params: { path: { enrolmentId: enrolment.id } },
      body: { passphrase, rulesVersion: cohort.rulesVersion },
    });
    await holdSeat(enrolment.id);
  });
  return (
    <>
      <Muted>{text('join.read')}</Muted>
      {cohort.rules.map(({ title, text: rule }) => (
        <Card key={title} title={title}>
          <Long>{rule}</Long>
        </Card>
      ))}
      <Field
        label={text('join.passphrase')}
        note={text('join.passphraseNote')}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="off"
      />
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy || passphrase.trim() === ''}>
        {text('join.accept')}
      </Button>
    </>
  );
}
