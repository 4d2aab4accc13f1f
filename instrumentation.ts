/**
 * Called once when the server starts, before it answers. The worker runs beside the pages, unless PORTAL_WORKER=0 leaves it to another
 * instance; the pages do not wait for it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { notePeerAddresses } = await import("@/lib/auth/client-address");
  notePeerAddresses();
  if (process.env.PORTAL_WORKER === "0") return;
  const { startJobs } = await import("@/lib/jobs/boss");
  const { writeImportsJob, writeWaitingImports } = await import("@/lib/imports/commands/write-waiting-imports");
  const { dropImportsJob, dropForgottenImports } = await import("@/lib/imports/commands/drop-forgotten-imports");
  const { sendDeliveries, sendDeliveriesJob } = await import("@/lib/deliveries/commands/send-deliveries");
  const { dropDeliveriesJob, dropOldDeliveries } = await import("@/lib/deliveries/commands/drop-old-deliveries");
  const { sendReminders, sendRemindersJob } = await import("@/lib/notifications/commands/send-reminders");
  const { sweepFiles, sweepFilesJob } = await import("@/lib/jobs/sweep-files");
  void startJobs([
    { name: writeImportsJob, run: writeWaitingImports },
    { name: dropImportsJob, run: dropForgottenImports },
    { name: sendDeliveriesJob, run: () => sendDeliveries() },
    { ...dropDeliveriesJob, run: () => dropOldDeliveries() },
    { ...sendRemindersJob, run: sendReminders },
    { ...sweepFilesJob, run: sweepFiles },
  ]);
}
