import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { clientAddress, notePeerAddresses } from "@/lib/auth/client-address";
import { ownAddress } from "@/lib/auth/next-auth";

const base = "https://dj.example.org";

describe("S18 after log-in only paths of this portal", () => {
  test.each([
    ["/enterprises?q=1#a", `${base}/enterprises?q=1#a`],
    [`${base}/branches`, `${base}/branches`],
    ["", `${base}/`],
    ["branches", `${base}/branches`],
    ["/a@b", `${base}/a@b`],
  ])("%j leads to %s", (url, target) => expect(ownAddress(url, base)).toBe(target));

  test.each([
    "//evil.example",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https://evil.example",
    "http://dj.example.org",
    "https://dj.example.org.evil.example",
    "https://dj.example.org@evil.example",
    "https://dj.example.org:444/",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "https://[",
  ])("%j leads to the start page", (url) => {
    const target = new URL(ownAddress(url, base));
    expect(target.origin).toBe(base);
  });
});

describe("S12 a caller's own claim does not count", () => {
  const address = (chain: string) => clientAddress(new Headers({ "x-forwarded-for": chain }));
  test.each([
    ["1.1.1.1", "1.1.1.1"],
    ["6.6.6.6, 1.1.1.1", "1.1.1.1"],
    ["6.6.6.6, 7.7.7.7,1.1.1.1", "1.1.1.1"],
    ["", "unknown"],
  ])("%j is %s", (chain, own) => expect(address(chain)).toBe(own));

  test("one proxy of our own in front", () => {
    process.env.TRUSTED_PROXY_HOPS = "1";
    try {
      expect(address("6.6.6.6, 2.2.2.2, 10.0.0.1")).toBe("2.2.2.2");
    } finally {
      delete process.env.TRUSTED_PROXY_HOPS;
    }
  });

  test.each([
    ["nothing", {}],
    ["a chain of its own", { "x-forwarded-for": "6.6.6.6, 7.7.7.7" }],
  ])("a caller who sends %s is known by its connection", async (_what, headers) => {
    notePeerAddresses();
    const server = createServer((request, response) => {
      response.end(address(String(request.headers["x-forwarded-for"])));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
    expect(await answer.text()).toBe("127.0.0.1");
    server.close();
  });
});
