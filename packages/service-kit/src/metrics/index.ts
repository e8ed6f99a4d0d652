import { Gauge, type Registry } from 'prom-client';

export interface Reading {
  value: number;
  labels?: Record<string, string>;
}

/** A metric whose values are looked up whenever somebody reads the metrics. */
export interface GaugeDefinition {
  name: string;
  help: string;
  labelNames?: readonly string[];
  read(): Promise<readonly Reading[]>;
}

export function addGauges(metrics: Registry, gauges: readonly GaugeDefinition[]): void {
  for (const { name, help, labelNames = [], read } of gauges) {
    metrics.registerMetric(
      new Gauge({
        name,
        help,
        labelNames: [...labelNames],
        registers: [],
        async collect() {
          const readings = await read();
          // A label that is not read any more must not keep its last value.
          this.reset();
          for (const { value, labels = {} } of readings) this.set(labels, value);
        },
      }),
    );
  }
}
