import autocannon from "autocannon";

export type Speed = { perSecond: number; p50: number; p95: number; p99: number };

const connections = 10;

/** Requests one address over ten connections: two seconds to warm up, then as long as asked. Any answer but 200 is an error. */
export async function measureAddress(url: string, cookie: string, seconds: number): Promise<Speed> {
  await run(url, cookie, 2);
  return run(url, cookie, seconds);
}

async function run(url: string, cookie: string, duration: number): Promise<Speed> {
  const times: number[] = [];
  const wrong = new Set<number>();
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const load = autocannon({ url, connections, duration, headers: { cookie } }, (error) =>
      error ? reject(error) : resolve(),
    );
    load.on("response", (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status !== 200) wrong.add(status);
    });
  });
  if (wrong.size > 0) throw new Error(`${url} answered ${[...wrong].join(", ")}`);
  return speedOf(times, performance.now() - started);
}

/** Does something over and over on several lanes at once and times each turn. */
export async function measureTurns(
  lanes: number,
  turns: number,
  turn: (lane: number, index: number) => Promise<number>,
): Promise<Speed> {
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let index = 0; index < turns / lanes; index += 1) times.push(await turn(lane, index));
    }),
  );
  return speedOf(times, performance.now() - started);
}

function speedOf(times: number[], elapsedMs: number): Speed {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { perSecond: (times.length / elapsedMs) * 1000, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
