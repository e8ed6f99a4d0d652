import { useMemo, useRef, useState } from 'react';
import { inSightOf, type Sight } from '../../features/members/in-sight';
import { dayAt, type State, stateOf } from '../../features/members/letters';
import type { MemberDays } from '../../features/members/read';
import { useInSight } from '../../features/members/use-in-sight';
import { useDates } from '../../features/time/use-dates';
import { type TextId, useText } from '../../texts/use-text';
import styles from './by-member.module.css';

interface ByMemberProps {
  rows: readonly MemberDays[];
  startsOn: string;
  timeZone: string;
  nameOf(enrolmentId: string): string;
}

/** The map as a table, a member a row and a day a column: every state in a word, for who does not see the map or wants to be sure. */
export function ByMember(props: ByMemberProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles['summary']}>{text('class.byMember')}</summary>
      {isOpen && <Table {...props} />}
    </details>
  );
}

const GUESSED_ROW_PX = 40;
const GUESSED_COLUMN_PX = 52;

/** 2,000 members of 100 days are 200,000 cells: those in sight are drawn, all are counted. */
function Table({ rows, startsOn, timeZone, nameOf }: ByMemberProps) {
  const text = useText();
  const [frame, whole] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const length = rows[0]?.days.length ?? 0;
  const columns = useInSight({
    count: length,
    guess: GUESSED_COLUMN_PX,
    box: whole,
    scroller: frame,
    along: 'columns',
  });
  const down = useInSight({ count: rows.length, guess: GUESSED_ROW_PX, box: whole, scroller: frame });
  const across = inSightOf(columns.range, columns.offsets);
  const { from, to, before, whole: height } = inSightOf(down.range, down.offsets);
  const said = useSaid();
  return (
    <div
      ref={frame}
      className={styles['frame']}
      role="region"
      aria-label={text('class.tableLabel', { members: rows.length, days: length })}
      tabIndex={0}
    >
      <div ref={whole} className={styles['whole']} style={{ width: across.whole, height }}>
        <table
          className={styles['table']}
          style={{ top: before, left: across.before }}
          aria-rowcount={rows.length + 1}
          aria-colcount={length + 1}
        >
          <Head across={across} startsOn={startsOn} timeZone={timeZone} />
          <tbody>
            {rows.slice(from, to).map((row, index) => (
              <tr key={row.enrolmentId} data-row={from + index} aria-rowindex={from + index + 2}>
                <th scope="row" aria-colindex={1} className={styles['who']}>
                  {text('enrolment.number', { number: row.memberNumber })} {nameOf(row.enrolmentId)}
                </th>
                <Cells days={row.days} across={across} said={said} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Head({ across, startsOn, timeZone }: { across: Sight } & Pick<ByMemberProps, 'startsOn' | 'timeZone'>) {
  const text = useText();
  const dates = useDates(timeZone);
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1} className={styles['who']}>
          {text('class.member')}
        </th>
        {placesOf(across).map((at) => (
          <th key={at} scope="col" data-column={at} aria-colindex={at + 2} className={styles['day']}>
            {dates.day(dayAt(startsOn, at))}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells({ days, across, said }: { days: string; across: Sight; said: Said }) {
  return (
    <>
      {placesOf(across).map((at) => {
        const state = stateOf(days[at]);
        const { word, mark } = said[state ?? 'none'];
        return (
          <td key={at} aria-colindex={at + 2} className={styles[state ?? 'none']}>
            <span role="img" aria-label={word}>
              {mark}
            </span>
          </td>
        );
      })}
    </>
  );
}

function placesOf({ from, to }: Sight): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

type Said = Readonly<Record<State | 'none', { word: string; mark: string }>>;

const MARKS: Readonly<Record<State, TextId | null>> = {
  on_time: 'mark.done',
  made_up: 'mark.madeUp',
  missed: 'mark.missed',
  rest: 'mark.rest',
  excused: 'mark.excused',
  before: 'mark.void',
  void: 'mark.void',
  open: null,
  upcoming: null,
};

/** Each state in a word and in a mark, worked out once for all cells. */
function useSaid(): Said {
  const text = useText();
  return useMemo(() => {
    const of = (state: State) => {
      const mark = MARKS[state];
      return { word: text('days.state', { state }), mark: mark === null ? '·' : text(mark) };
    };
    return {
      on_time: of('on_time'),
      made_up: of('made_up'),
      missed: of('missed'),
      rest: of('rest'),
      before: of('before'),
      excused: of('excused'),
      open: of('open'),
      upcoming: of('upcoming'),
      void: of('void'),
      none: { word: text('class.noSuchDay'), mark: '–' },
    };
  }, [text]);
}
