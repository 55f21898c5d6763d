import { connect } from "@gandan/db/connect";
import { makeLetterFiles } from "../src/letter/make-letter-files";

// A worker of its own for letters.bench.ts: makes the waiting files of a unit each time it is asked, until it is let go.
const [url, unitId] = process.argv.slice(2) as [string, string];
const app = connect({ url, role: "app", max: 1, name: "bench-letter-maker" });

process.on("message", async () => {
  const before = process.cpuUsage();
  const made = await makeLetterFiles({ db: { app }, unitId }, () => new Date());
  const { user, system } = process.cpuUsage(before);
  process.send?.({ made, cpuMs: (user + system) / 1000, peak: process.resourceUsage().maxRSS * 1024 });
});
process.on("disconnect", () => void app.end().then(() => process.exit(0)));
process.send?.({ made: 0, cpuMs: 0, peak: 0 });
