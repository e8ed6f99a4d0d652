import type { Kafka } from 'kafkajs';

export interface KafkaConnection {
  kafka: Kafka;
  clientId: string;
}
