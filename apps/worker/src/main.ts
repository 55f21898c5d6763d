import { openWorker } from "@gandan/services/platform/open-worker";
import { stopOnSignal } from "@gandan/web/stop-on-signal";
import { workLoop } from "./work-loop";

const duties = openWorker(process.env);
const loop = workLoop({
  jobs: [
    { name: "imports", run: duties.runImports },
    { name: "figures", run: duties.keepFigures },
    { name: "old uploads", run: duties.expireImports },
  ],
  pauseMs: 1000,
  away: duties.away,
});
stopOnSignal(async () => {
  await loop.stop();
  await duties.close();
});
loop.start();
process.send?.({ ready: true });
