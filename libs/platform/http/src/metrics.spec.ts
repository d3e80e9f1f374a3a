import { Metrics } from './metrics';

describe('metrics', () => {
  it('count requests by the pattern of their route', async () => {
    const metrics = new Metrics({ ofProcess: false });
    const request = { method: 'GET', route: '/api/organizations/:organizationId/requests', status: 200, seconds: 0.003 };
    metrics.count(request);
    metrics.count(request);
    metrics.count({ ...request, status: 404 });
    const text = await metrics.text();
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/api/organizations/:organizationId/requests",status="200"} 2');
    expect(text).toContain('http_request_duration_seconds_bucket{le="0.002",method="GET",route="/api/organizations/:organizationId/requests",status="200"} 0');
    expect(text).toContain('status="404"} 1');
  });

  it('read a figure when somebody asks', async () => {
    const metrics = new Metrics({ ofProcess: false });
    let waiting = 1;
    metrics.gauge('database_connections_waiting', 'How many wait for a connection.', () => waiting);
    waiting = 5;
    expect(await metrics.text()).toContain('database_connections_waiting 5');
  });

  it('tell of the process where that is wanted', async () => {
    expect(await new Metrics().text()).toContain('process_cpu_user_seconds_total');
  });
});
