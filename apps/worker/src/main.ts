import { stopOnSignal } from "@gandan/web/stop-on-signal";
import { workLoop } from "./work-loop";

const loop = workLoop({ jobs: [], pauseMs: 1000 });
stopOnSignal(loop.stop);
loop.start();
process.send?.({ ready: true });
