import { openWorker } from "@gandan/services/platform/open-worker";
import { stopOnSignal } from "@gandan/web/stop-on-signal";
import { workLoop } from "./work-loop";

const duties = openWorker(process.env);
const work = workLoop({
  jobs: [
    { name: "imports", run: duties.runImports },
    { name: "figures", run: duties.keepFigures },
    { name: "letters", run: duties.keepLetters },
    { name: "answers to surveys", run: duties.moveAnswers },
    { name: "results", run: duties.keepResults },
    { name: "quotas of surveys", run: duties.keepQuotas },
    { name: "reminders", run: duties.issueNotices },
    { name: "old uploads", run: duties.expireImports },
  ],
  pauseMs: 1000,
  away: duties.away,
});
// Beside the others: who has signed looks on, and an import may take minutes.
const letterFiles = workLoop({
  jobs: [{ name: "files of letters", run: duties.makeLetters }],
  pauseMs: 500,
  away: duties.away,
});
// What goes out waits for others: nobody here is to wait with it.
const outward = workLoop({
  jobs: [
    { name: "e-mail", run: duties.sendMails },
    { name: "events for webhooks", run: duties.sendDeliveries },
  ],
  pauseMs: 1000,
  away: duties.away,
});
const loops = [work, letterFiles, outward];
stopOnSignal(async () => {
  await Promise.all(loops.map((loop) => loop.stop()));
  await duties.close();
});
for (const loop of loops) loop.start();
process.send?.({ ready: true });
