import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One request, as it is counted: by the pattern of its route, so that no id and no person is in a label. */
export interface CountedRequest {
  readonly method: string;
  /** pattern such as `/api/organizations/:organizationId/requests` */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

interface Observer {
  observe(seconds: number): void;
}

/** What Prometheus reads. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  /** by route, and by method and status within */
  private readonly observers = new Map<string, Map<string, Observer>>();

  /** @param ofProcess also memory, processor time and the event loop's delay */
  constructor({ ofProcess }: { readonly ofProcess: boolean } = { ofProcess: true }) {
    if (ofProcess) collectDefaultMetrics({ register: this.registry });
  }

  /** Counts a request that was answered. */
  count({ method, route, status, seconds }: CountedRequest): void {
    const ofRoute = this.observers.get(route) ?? new Map<string, Observer>();
    const key = `${method} ${status}`;
    const observer = ofRoute.get(key) ?? this.requests.labels(method, route, String(status));
    if (!ofRoute.has(key)) this.observers.set(route, ofRoute.set(key, observer));
    observer.observe(seconds);
  }

  /**
   * Adds a figure that is read when somebody asks.
   * @param name `database_connections_waiting`
   * @param read must not hold anything personal
   */
  gauge(name: string, help: string, read: () => number): void {
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect: () => gauge.set(read()) });
  }

  /** Everything, in the text format Prometheus reads. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Content type of {@link text}. */
  get contentType(): string {
    return this.registry.contentType;
  }
}
