import { useEffect, useRef, useState } from 'react';
import { recordedType, type Unable, unableOf } from './can-record';
import { type Level, listenAlong } from './level';
import { keepRecording, readRecording, type Recording } from './store';

/** As the services take. */
export const MOST_SECONDS = 180;
const LOOK_EVERY_MS = 100;
/** What is recorded is kept that often: as much as a tab that dies may lose. */
const KEEP_EVERY_MS = 2_000;
/** Plenty for speech, and three minutes stay under a megabyte. */
const BITS_PER_SECOND = 32_000;
/** After so long without a sound the reader is told. */
const SILENT_SECONDS = 4;
const SILENT_LEVEL = 0.02;

export type RecorderState =
  | { state: 'idle' }
  | { state: 'asking' }
  | { state: 'recording'; seconds: number; level: number | null; isSilent: boolean }
  | { state: 'unable'; why: Unable };

export interface RecorderControl {
  now: RecorderState;
  start(): void;
  stop(): void;
  discard(): void;
}

/**
 * Records a voice note of at most three minutes. While it goes on it is kept on this device: whoever comes back after a reload, or from
 * another page of the app, finds what was recorded by then.
 */
export function useRecorder(key: string, onRecorded: (file: File) => void): RecorderControl {
  const [now, setNow] = useState<RecorderState>({ state: 'idle' });
  const running = useRef<Running | null>(null);
  const isThere = useRef(true);
  const hand = useRef(onRecorded);
  hand.current = onRecorded;

  const over = (recording: Recording | null): void => {
    running.current = null;
    // Who has left the page finds it when they come back.
    if (!isThere.current) return;
    setNow({ state: 'idle' });
    if (recording !== null) hand.current(fileOf(recording));
    void keepRecording(key, null).catch(() => undefined); // nothing was kept then
  };

  useEffect(() => {
    isThere.current = true;
    void readRecording(key)
      .then((left) => isThere.current && left !== undefined && left.parts.length > 0 && over(left))
      .catch(() => undefined); // nothing was kept
    return () => {
      isThere.current = false;
      running.current?.stop();
    };
  }, [key]);

  const start = async (): Promise<void> => {
    const recorder = typeof MediaRecorder === 'undefined' ? undefined : MediaRecorder;
    const devices: MediaDevices | undefined = navigator.mediaDevices; // absent where a page is given none
    const type = recordedType(recorder, devices?.getUserMedia !== undefined);
    if (type === null) return setNow({ state: 'unable', why: 'no_recorder' });
    setNow({ state: 'asking' });
    try {
      const stream = await devices.getUserMedia({ audio: { channelCount: 1 } });
      if (!isThere.current) return stream.getTracks().forEach((track) => track.stop());
      const keep = (recording: Recording): void => void keepRecording(key, recording).catch(() => undefined); // it lasts as long as the page
      running.current = record(stream, type, { tell: setNow, keep, over });
    } catch (error) {
      if (isThere.current) setNow({ state: 'unable', why: unableOf(error) });
    }
  };
  return {
    now,
    start: () => void start(),
    stop: () => running.current?.stop(),
    discard: () => running.current?.discard(),
  };
}

interface Running {
  stop(): void;
  discard(): void;
}

interface Listener {
  tell(state: RecorderState): void;
  keep(recording: Recording): void;
  /** Null: it is not wanted. */
  over(recording: Recording | null): void;
}

function record(stream: MediaStream, type: string, { tell, keep, over }: Listener): Running {
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
  const parts: Blob[] = [];
  let isWanted = true;
  const level = listenAlong(stream);
  let startedMs = performance.now();
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const look = looking(level);
  const timer = setInterval(() => {
    const seconds = (performance.now() - startedMs) / 1_000;
    if (seconds >= MOST_SECONDS) stop();
    else tell({ state: 'recording', ...look(seconds) });
  }, LOOK_EVERY_MS);
  // A microphone may take its time.
  recorder.addEventListener('start', () => (startedMs = performance.now()));
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0 || !isWanted) return;
    parts.push(data);
    keep({ type, parts: [...parts] });
  });
  recorder.addEventListener('stop', () => {
    clearInterval(timer);
    level?.stop();
    for (const track of stream.getTracks()) track.stop();
    over(isWanted && parts.length > 0 ? { type, parts } : null);
  });
  // The microphone is taken away: a call comes in, say. What was said by then is there.
  for (const track of stream.getTracks()) track.addEventListener('ended', stop);
  recorder.start(KEEP_EVERY_MS);
  tell({ state: 'recording', ...look(0) });
  return {
    stop,
    discard() {
      isWanted = false;
      stop();
    },
  };
}

/** What is told of a recording at a moment, by how loud it was lately. */
function looking(level: Level | null) {
  let heardAtSeconds = 0;
  return (seconds: number) => {
    const loud = level?.now() ?? null;
    if (loud === null || loud > SILENT_LEVEL) heardAtSeconds = seconds;
    return { seconds, level: loud, isSilent: seconds - heardAtSeconds > SILENT_SECONDS };
  };
}

function fileOf({ type, parts }: Recording): File {
  return new File([...parts], 'voice', { type });
}
