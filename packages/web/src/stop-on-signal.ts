/**
 * Runs `stop` once on SIGTERM, SIGINT or the loss of the parent process, then exits: 0 when it ended well, 1 otherwise.
 * Later signals change nothing, so that one Ctrl-C reaching a whole process group ends every member cleanly.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, begin);
  process.on("disconnect", begin);
}
