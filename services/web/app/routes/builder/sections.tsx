import { CHARGED_CURRENCIES } from '@daka/rules';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Field, LongField } from '../../ui/field';
import { Muted } from '../../ui/words';
import styles from './page.module.css';
import { Chosen, type Section, Typed, TypedLong } from './typed';
import { Weekdays } from './weekdays';

const MOST_RULES = 5;
const LONG = 500;

/** Whom it is for and what is agreed, at most five rules with the word hidden in one of them. */
export function About(section: Section) {
  const text = useText();
  const { draft, change } = section;
  const setRule = (index: number, part: Partial<(typeof draft.rules)[number]>): void =>
    change({ rules: draft.rules.map((rule, at) => (at === index ? { ...rule, ...part } : rule)) });
  return (
    <Card title={text('builder.about')}>
      <Typed {...section} of="title" />
      <TypedLong {...section} of="forWhom" most={LONG} />
      <TypedLong {...section} of="whatFor" most={LONG} />
      <TypedLong {...section} of="exchanged" most={LONG} />
      <Typed {...section} of="capacity" keys="numeric" />
      <h3 className={styles['part']}>{text('builder.rules')}</h3>
      <Muted>{text('builder.rulesNote')}</Muted>
      {draft.rules.map((rule, index) => (
        // Rules have no name of their own; they stay in their places.
        // oxlint-disable-next-line react/no-array-index-key
        <div
          key={index}
          className={styles['rule']}
          role="group"
          aria-label={text('builder.rule', { number: index + 1 })}
        >
          <Field
            label={text('builder.ruleTitle', { number: index + 1 })}
            value={rule.title}
            onChange={(title) => setRule(index, { title })}
          />
          <LongField
            label={text('builder.ruleText', { number: index + 1 })}
            value={rule.text}
            onChange={(words) => setRule(index, { text: words })}
            isShort
          />
          {draft.rules.length > 1 && (
            <Button quiet small onPress={() => change({ rules: draft.rules.filter((_, at) => at !== index) })}>
              {text('builder.ruleAway', { number: index + 1 })}
            </Button>
          )}
        </div>
      ))}
      {draft.rules.length < MOST_RULES && (
        <Button quiet small onPress={() => change({ rules: [...draft.rules, { title: '', text: '' }] })}>
          {text('builder.ruleMore')}
        </Button>
      )}
      <Typed {...section} of="passphrase" note={text('builder.passphraseNote')} />
    </Card>
  );
}

export function Days(section: Section) {
  const text = useText();
  const { draft, change, faults } = section;
  return (
    <Card title={text('builder.daysTitle')}>
      <div className={styles['row']}>
        <Typed {...section} of="startsOn" field="startsOn" type="date" />
        <Typed {...section} of="days" field="days" keys="numeric" />
      </div>
      <div className={styles['row']}>
        <Typed {...section} of="dayEndsAt" field="dayEndsAt" type="time" note={text('builder.dayEndsAtNote')} />
        <Typed {...section} of="timeZone" field="timeZone" />
      </div>
      <Weekdays
        chosen={draft.restWeekdays}
        onChange={(restWeekdays) => change({ restWeekdays })}
        isFaulty={faults.some(({ field }) => field === 'restDays')}
      />
      <Typed {...section} of="restDates" field="restDays.dates" note={text('builder.restDatesNote')} />
      <Typed
        {...section}
        of="enrolUntil"
        field="enrolUntil"
        type="datetime-local"
        note={text('builder.enrolUntilNote')}
      />
    </Card>
  );
}

export function CheckIns(section: Section) {
  const text = useText();
  const { draft } = section;
  return (
    <Card title={text('builder.checkInTitle')}>
      <div className={styles['row']}>
        <Chosen {...section} of="accepts" values={['entry', 'homework', 'both', 'files']} field="checkIn.accepts" />
        <Typed {...section} of="minCharacters" field="checkIn.minCharacters" keys="numeric" />
      </div>
      <div className={styles['row']}>
        <Typed
          {...section}
          of="minPictures"
          field="checkIn.minPictures"
          keys="numeric"
          note={text('builder.notTaken')}
        />
        <Typed
          {...section}
          of="minVoiceSeconds"
          field="checkIn.minVoiceSeconds"
          keys="numeric"
          note={text('builder.notTaken')}
        />
      </div>
      <Chosen {...section} of="review" values={['instructor', 'auto']} />
      <div className={styles['row']}>
        <Typed {...section} of="makeUpDays" field="makeUp.windowDays" keys="numeric" note={text('builder.noLimit')} />
        <Typed {...section} of="makeUpQuota" field="makeUp.quota" keys="numeric" note={text('builder.noLimit')} />
      </div>
      <Typed {...section} of="graceDays" field="grace.days" keys="numeric" note={text('builder.graceNote')} />
      <div className={styles['row']}>
        <Chosen {...section} of="removalPer" values={['week', 'cohort', 'consecutive', 'never']} />
        {draft.removalPer !== 'never' && (
          <Typed {...section} of="removalMisses" field="removal.misses" keys="numeric" />
        )}
      </div>
      <Typed {...section} of="appealDays" field="appealDays" keys="numeric" note={text('builder.appealDaysNote')} />
    </Card>
  );
}

export function Money(section: Section) {
  const text = useText();
  const { draft, change, faults } = section;
  const isCharged = !faults.some(({ field }) => field === 'currency');
  return (
    <Card title={text('builder.moneyTitle')}>
      <Choice
        label={text('builder.currency')}
        value={draft.currency}
        options={[...(isCharged ? [] : [draft.currency]), ...CHARGED_CURRENCIES].map((code) => ({
          value: code,
          name: code,
        }))}
        onChange={(currency) => change({ currency })}
      />
      <div className={styles['row']}>
        <Typed {...section} of="entryFee" field="entryFeeMinor" keys="decimal" note={text('builder.entryFeeNote')} />
        <Typed {...section} of="deposit" field="depositMinor" keys="decimal" note={text('builder.depositNote')} />
      </div>
      <div className={styles['row']}>
        <Chosen {...section} of="curve" values={['rising', 'flat', 'threshold']} />
        {draft.curve === 'rising' && <Typed {...section} of="ratio" field="refund.ratio" keys="numeric" />}
        {draft.curve === 'threshold' && (
          <Typed {...section} of="requiredDays" field="refund.requiredDays" keys="numeric" />
        )}
      </div>
      <Chosen {...section} of="cadence" values={['daily', 'weekly', 'at_end']} />
      <Typed
        {...section}
        of="coolingOffDays"
        field="coolingOffDays"
        keys="numeric"
        note={text('builder.coolingOffNote')}
      />
    </Card>
  );
}

export function Forfeits(section: Section) {
  const text = useText();
  const { draft, faults } = section;
  const shares = faults.find(({ field }) => field === 'forfeits');
  const needsCharity = draft.charityPercent.trim() !== '0' || draft.ifNoFinishers === 'charity';
  return (
    <Card title={text('builder.forfeitsTitle')}>
      <Muted>{text('builder.forfeitsNote')}</Muted>
      <div className={styles['row']}>
        <Typed {...section} of="finishersPercent" field="forfeits.finishersBps" keys="decimal" />
        <Typed {...section} of="charityPercent" field="forfeits.charityBps" keys="decimal" />
        <Typed {...section} of="organiserPercent" field="forfeits.organiserBps" keys="decimal" />
      </div>
      {shares !== undefined && <p className={styles['wrong']}>{text('builder.notHundred')}</p>}
      <Chosen {...section} of="sharedBy" values={['completed', 'perfect']} />
      <Chosen
        {...section}
        of="ifNoFinishers"
        field="forfeits.ifNoFinishers"
        values={['return_pro_rata', 'charity', 'organiser']}
      />
      {needsCharity && (
        <>
          <Typed {...section} of="charityName" field="charity" />
          <Typed {...section} of="charityAddress" field="charity.address" />
        </>
      )}
    </Card>
  );
}
