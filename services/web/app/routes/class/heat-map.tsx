import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { dayAt, stateOf } from '../../features/members/letters';
import type { MemberDays } from '../../features/members/read';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { type Colours, drawCells, drawPixels } from './draw';
import styles from './heat-map.module.css';

interface HeatMapProps {
  cohortId: string;
  rows: readonly MemberDays[];
  startsOn: string;
  timeZone: string;
  nameOf(enrolmentId: string): string;
}

/** Up to so many cells are drawn one by one, with marks; more of them a pixel each. */
const MOST_CELLS = 6_000;
const SMALLEST = 3;
const LARGEST = 20;

interface Place {
  row: number;
  at: number;
}

/** Every day of every member: a row a member, a column a day. A finger, the pointer or the arrow keys choose one, and it is said in words. */
export function HeatMap(props: HeatMapProps) {
  const text = useText();
  const [chosen, choose] = useState<Place | null>(null);
  return (
    <>
      <Cells rows={props.rows} chosen={chosen} choose={choose} />
      <Legend />
      <div role="status">
        {chosen === null ? <Muted>{text('class.mapHow')}</Muted> : <Chosen {...props} place={chosen} />}
      </div>
    </>
  );
}

interface CellsProps {
  rows: readonly MemberDays[];
  chosen: Place | null;
  choose(place: Place): void;
}

function Cells({ rows, chosen, choose }: CellsProps) {
  const text = useText();
  const frame = useRef<HTMLDivElement>(null);
  const length = rows[0]?.days.length ?? 0;
  const letters = useMemo(() => rows.map(({ days }) => days), [rows]);
  const { canvas, cell } = useDrawn(frame, letters, length);
  useInSight(frame, chosen, cell.height);
  const point = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): void => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const at = Math.floor(((clientX - left) / width) * length);
    const row = Math.floor(((clientY - top) / height) * rows.length);
    if (rows[row]?.days[at] !== undefined) choose({ row, at });
  };
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (chosen === null) choose({ row: 0, at: 0 });
    else choose({ row: within(chosen.row + step.row, rows.length), at: within(chosen.at + step.at, length) });
  };
  return (
    <div
      ref={frame}
      className={styles['frame']}
      role="application"
      aria-label={text('class.mapLabel', { members: rows.length, days: length })}
      tabIndex={0}
      onKeyDown={move}
    >
      <div className={styles['inner']}>
        <canvas
          ref={canvas}
          className={styles['map']}
          style={{ width: cell.width * length, height: cell.height * rows.length }}
          onPointerDown={point}
        />
        {chosen !== null && <span className={styles['mark']} style={boxOf(chosen, cell)} />}
      </div>
    </div>
  );
}

interface Size {
  width: number;
  height: number;
}

function boxOf({ row, at }: Place, cell: Size) {
  return { left: at * cell.width, top: row * cell.height, ...cell };
}

/** Whoever moves by the keyboard sees where they are. */
function useInSight(frame: RefObject<HTMLDivElement | null>, chosen: Place | null, height: number): void {
  useEffect(() => {
    if (chosen === null || frame.current === null) return;
    const top = chosen.row * height;
    const { scrollTop, clientHeight } = frame.current;
    if (top < scrollTop) frame.current.scrollTop = top;
    else if (top + height > scrollTop + clientHeight) frame.current.scrollTop = top + height - clientHeight;
  }, [frame, chosen, height]);
}

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, at: 0 },
  ArrowDown: { row: 1, at: 0 },
  ArrowLeft: { row: 0, at: -1 },
  ArrowRight: { row: 0, at: 1 },
};

function within(value: number, length: number): number {
  return Math.min(Math.max(0, value), Math.max(0, length - 1));
}

function Chosen({ cohortId, place, rows, startsOn, timeZone, nameOf }: HeatMapProps & { place: Place }) {
  const text = useText();
  const dates = useDates(timeZone);
  const row = rows[place.row];
  if (row === undefined) return null;
  const { enrolmentId, memberNumber, days } = row;
  const state = stateOf(days[place.at]);
  return (
    <p>
      <Link to="/cohorts/$cohortId/members/$enrolmentId" params={{ cohortId, enrolmentId }}>
        {text('enrolment.number', { number: memberNumber })} {nameOf(enrolmentId)}
      </Link>
      {` · ${dates.dayAndWeekday(dayAt(startsOn, place.at))} · `}
      {state === null ? text('class.noSuchDay') : text('days.state', { state })}
    </p>
  );
}

function Legend() {
  const text = useText();
  const shades = ['done', 'madeUp', 'missed', 'none', 'toCome'] as const;
  return (
    <ul className={styles['legend']}>
      {shades.map((shade) => (
        <li key={shade}>
          <span className={`${styles['swatch']} ${styles[shade]}`} aria-hidden="true" />
          {text('class.legend', { shade })}
        </li>
      ))}
    </ul>
  );
}

/** Draws the map as large as there is room, and anew when the room, the theme or the days change. */
function useDrawn(frame: RefObject<HTMLDivElement | null>, letters: readonly string[], length: number) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const theme = useTheme();
  const isSmall = letters.length * length <= MOST_CELLS;
  const fitting = length === 0 ? SMALLEST : Math.floor((10 * width) / length) / 10;
  const side = Math.min(LARGEST, Math.max(SMALLEST, fitting));
  const cell = { width: side, height: isSmall ? side : SMALLEST };
  useEffect(() => {
    if (canvas.current === null || frame.current === null || width === 0) return;
    const colours = coloursOf(frame.current);
    if (isSmall) drawCells(canvas.current, letters, length, { colours, cell: side, scale: devicePixelRatio });
    else drawPixels(canvas.current, letters, length, colours);
  }, [letters, length, side, isSmall, theme, width, frame]);
  return { canvas, cell };
}

function useWidth(frame: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const measured = frame.current;
    if (measured === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

/** Counts the changes of theme. */
function useTheme(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const changed = (): void => setChanges((before) => before + 1);
    dark.addEventListener('change', changed);
    return () => dark.removeEventListener('change', changed);
  }, []);
  return changes;
}

function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    done: colour('--map-done'),
    madeUp: colour('--map-made-up'),
    missed: colour('--map-missed'),
    none: colour('--map-none'),
    toCome: colour('--map-to-come'),
  };
}
