/** How loud it is, from 0 to 1; stops listening when it is told to. */
export interface Level {
  now(): number;
  stop(): void;
}

/** Speech seldom reaches a third of what there is. */
const LOUD = 3;

/** Null where the browser lets nobody listen along; then it is recorded all the same. */
export function listenAlong(stream: MediaStream): Level | null {
  try {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    return {
      now() {
        analyser.getByteTimeDomainData(samples);
        const most = samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample - 128)), 0);
        return Math.min(1, (most / 128) * LOUD);
      },
      stop: () => void context.close().catch(() => undefined), // it was closed before
    };
  } catch {
    return null;
  }
}
