export type Manners = { atOnce: number; pauseMs: number; wait: (ms: number) => Promise<void> };

/** Visits all `jobs`: at most `atOnce` at a time, those of one host one after another with a pause between. */
export async function inTurns<Job>(
  jobs: Job[],
  hostOf: (job: Job) => string,
  manners: Manners,
  visit: (job: Job) => Promise<void>,
): Promise<void> {
  const queues = queuesByHost(jobs, hostOf);
  const workOff = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) await visitInOrder(queue, manners, visit);
  };
  await Promise.all(Array.from({ length: manners.atOnce }, workOff));
}

function queuesByHost<Job>(jobs: Job[], hostOf: (job: Job) => string): Job[][] {
  const queues = new Map<string, Job[]>();
  for (const job of jobs) {
    const host = hostOf(job);
    const queue = queues.get(host);
    if (queue) queue.push(job);
    else queues.set(host, [job]);
  }
  return [...queues.values()];
}

async function visitInOrder<Job>(queue: Job[], manners: Manners, visit: (job: Job) => Promise<void>): Promise<void> {
  for (const [i, job] of queue.entries()) {
    if (i > 0) await manners.wait(manners.pauseMs);
    await visit(job);
  }
}
