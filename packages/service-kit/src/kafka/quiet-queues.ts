import RequestQueue from 'kafkajs/src/network/requestQueue';

/**
 * kafkajs 2.2.4 looks at the queue of each connection every millisecond, for ever, once a first answer has come: its timer is set anew
 * where nothing waits (https://github.com/tulios/kafkajs/issues/1556). That was a quarter of what a process at rest did.
 * A queue is now looked at only while something waits in it or the broker has asked for a pause.
 */
export function quietenQueues(): void {
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}

const schedule = RequestQueue.prototype.scheduleCheckPendingRequests;
