import { settleEnvironment } from "@/lib/env";
import { holdBuild } from "@/scripts/serving/build";
import type { Shutdown } from "@/scripts/serving/shutdown";
import { findPort, PortTaken, requirePort, startWebServer, type WebServer } from "@/scripts/serving/web-server";

type Wish = { host: string; port: number; mayMove: boolean };

/** Starts the web server on the built portal, to be stopped by `shutdown`. Ends the program when the server dies. */
export async function serve(shutdown: Shutdown, wish: Wish): Promise<WebServer> {
  holdBuild();
  const server = await startOnPort(wish);
  let isStopping = false;
  shutdown.addForce(() => server.kill());
  shutdown.add(() => {
    isStopping = true;
    return server.stop(20_000);
  });
  void server.ended.then(() => {
    if (isStopping) return;
    console.error("网页服务意外停止。");
    void shutdown.begin(1);
  });
  return server;
}

async function startOnPort(wish: Wish): Promise<WebServer> {
  const ownAddress = process.env.BASE_URL || process.env.NEXTAUTH_URL;
  for (let wanted = wish.port; ; wanted++) {
    const port = await (wish.mayMove ? findPort : requirePort)(wanted, wish.host);
    process.env.PORT = String(port);
    process.env.BASE_URL = ownAddress || `http://localhost:${port}`;
    process.env.NEXTAUTH_URL = process.env.BASE_URL;
    settleEnvironment();
    try {
      return await startWebServer(wish.host, port);
    } catch (error) {
      if (!(error instanceof PortTaken && wish.mayMove)) throw error;
    }
  }
}
