/** What quiet-queues.ts needs of an inner part of kafkajs, which has no types of its own. */
declare module 'kafkajs/src/network/requestQueue' {
  export default class RequestQueue {
    readonly pending: readonly unknown[];
    /** Milliseconds since 1970; nothing is sent before. */
    readonly throttledUntil: number;
    scheduleCheckPendingRequests(): void;
  }
}
