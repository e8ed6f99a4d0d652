import type { Fault, Receipt } from '@daka/proof';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { PublicProof } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { Faults } from '../../features/proof/faults';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

type Checked = { receipt: Receipt; faults: Fault[] } | 'no_receipt';

/** A receipt that somebody kept is checked here, on their device: nothing of it is sent anywhere. */
export function CheckAReceipt({ proof }: { proof: PublicProof }) {
  const text = useText();
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = async (file: File): Promise<void> => {
    const { checkKept } = await import('../../features/proof/check');
    try {
      setChecked(checkKept(await file.text(), proof));
    } catch {
      setChecked('no_receipt'); // not JSON, or not of this form
    }
  };
  return (
    <Card title={text('proof.check')}>
      <Muted>{text('proof.checkNote')}</Muted>
      <FileTrigger
        acceptedFileTypes={['application/json']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file !== undefined) void check(file);
        }}
      >
        <Button quiet>{text('proof.open')}</Button>
      </FileTrigger>
      <div role="status">
        {checked === 'no_receipt' && <p>{text('proof.noReceipt')}</p>}
        {checked !== null && checked !== 'no_receipt' && <Outcome {...checked} />}
      </div>
    </Card>
  );
}

function Outcome({ receipt: { day, leaf }, faults }: Exclude<Checked, string>) {
  const text = useText();
  const money = useMoney(day.currency);
  const dates = useDates('UTC');
  return (
    <>
      <p>{text('proof.keptSays', { day: dates.day(day.day), amount: money(leaf.balanceMinor) })}</p>
      <Faults faults={faults} fine={text('proof.keptFine')} faulty={text('proof.faulty')} />
    </>
  );
}
