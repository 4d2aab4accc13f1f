import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { freePort, isPortFree } from "@/lib/ports";
import { findPort, PortTaken, requirePort } from "@/scripts/serving/web-server";

const server = createServer();
afterEach(() => server.close());

async function occupy(): Promise<number> {
  const port = await freePort();
  await once(server.listen(port, "127.0.0.1"), "listening");
  return port;
}

test("a start takes the next port when the wanted one is taken, and says so; production refuses", async () => {
  const port = await occupy();
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  expect(await isPortFree(port, "127.0.0.1")).toBe(false);
  expect(await findPort(port, "127.0.0.1")).toBeGreaterThan(port);
  expect(said).toHaveBeenCalledWith(`端口 ${port} 已被占用，改试 ${port + 1}。`);
  await expect(requirePort(port, "127.0.0.1")).rejects.toThrow(PortTaken);
});
