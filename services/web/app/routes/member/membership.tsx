import type { ReactNode } from 'react';
import type { Enrolment } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Chip } from '../../ui/words';

/** How a member came in, on which terms, and how it ended if it has. */
export function Membership({ enrolment, name }: { enrolment: Enrolment; name: ReactNode }) {
  const text = useText();
  const money = useMoney(enrolment.price.currency);
  const dates = useDates(enrolment.timeZone);
  const { status, appliedAt, timeZone, group, price, rulesVersion, ended, removedOn } = enrolment;
  return (
    <Card title={text('member.membership')} aside={<Chip>{text('members.status', { status })}</Chip>}>
      <Lines>
        <Line what={text('account.name')} much={name} />
        <Line what={text('member.applied')} much={dates.dateAndTime(appliedAt)} />
        {group !== null && <Line what={text('member.group')} much={group} />}
        <Line what={text('more.zone')} much={timeZone} />
        <Line what={text('member.rules')} much={rulesVersion} />
        <Line what={text('member.fee')} much={money(price.entryFeeMinor)} />
        <Line what={text('member.deposit')} much={money(price.depositMinor)} />
        {removedOn !== null && <Line what={text('appeal.removal')} much={dates.day(removedOn)} />}
        {ended !== null && (
          <Line
            what={text('member.ended', { why: ended.why })}
            {...(ended.reason === null ? {} : { note: ended.reason })}
            {...(ended.at === null ? {} : { much: dates.date(ended.at) })}
          />
        )}
      </Lines>
    </Card>
  );
}
