import type { Topic } from './define-event';

/** Everybody who has a name and a password of its own at Kafka and MongoDB. */
export const parties = ['membership', 'payment', 'homework', 'checkin', 'web'] as const;
export type Party = (typeof parties)[number];

export interface TopicRight {
  writtenBy: Party;
  followedBy: readonly Party[];
}

/** Who writes a topic and who follows it: one table for the broker's list of rights, for AsyncAPI and for the services themselves. */
export const topicRights: Readonly<Record<Topic, TopicRight>> = {
  'membership.organisation': { writtenBy: 'membership', followedBy: ['payment'] },
  'membership.cohort': { writtenBy: 'membership', followedBy: ['payment', 'homework', 'checkin'] },
  'membership.enrolment': { writtenBy: 'membership', followedBy: ['payment', 'homework', 'checkin', 'web'] },
  'payment.enrolment': { writtenBy: 'payment', followedBy: ['membership', 'web'] },
  'payment.organisation': { writtenBy: 'payment', followedBy: [] },
  'homework.enrolment': { writtenBy: 'homework', followedBy: ['checkin', 'web'] },
  'checkin.enrolment': { writtenBy: 'checkin', followedBy: ['membership', 'payment', 'web'] },
  'checkin.homework': { writtenBy: 'checkin', followedBy: ['homework'] },
  'checkin.cohort': { writtenBy: 'checkin', followedBy: ['membership', 'payment', 'homework'] },
};

/** What a party may do with topics; empty lists for somebody unknown. */
export function rightsOf(party: string): { writes: Topic[]; follows: Topic[] } {
  const topics = Object.entries(topicRights) as [Topic, TopicRight][]; // it has no other keys
  return {
    writes: topics.filter(([, { writtenBy }]) => writtenBy === party).map(([topic]) => topic),
    follows: topics.filter(([, { followedBy }]) => followedBy.some((one) => one === party)).map(([topic]) => topic),
  };
}
