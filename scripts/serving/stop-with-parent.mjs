// Loaded into the web server: when the program that started it is gone, even killed, the server ends in order.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // Listening must not keep the server alive.
  process.channel.unref();
}
