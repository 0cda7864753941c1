export type Manners<Job> = {
  hostOf: (job: Job) => string;
  atOnce: number;
  pauseMs: number;
  wait: (ms: number) => Promise<void>;
};

type Visit<Job> = (job: Job) => Promise<void>;

/**
 * Visits all `jobs`: at most `atOnce` at a time, those of one host one after another with a pause between. A fault ends
 * its host's turn; it is thrown when the others have had theirs.
 */
export async function inTurns<Job>(jobs: Job[], manners: Manners<Job>, visit: Visit<Job>): Promise<void> {
  const queues = queuesByHost(jobs, manners.hostOf);
  const workOff = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) await visitInOrder(queue, manners, visit);
  };
  const ended = await Promise.allSettled(Array.from({ length: manners.atOnce }, workOff));
  for (const lane of ended) if (lane.status === "rejected") throw lane.reason;
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

async function visitInOrder<Job>(queue: Job[], manners: Manners<Job>, visit: Visit<Job>): Promise<void> {
  for (const [i, job] of queue.entries()) {
    if (i > 0) await manners.wait(manners.pauseMs);
    await visit(job);
  }
}
