import { gzipSync } from "node:zlib";

/** A caller with its own cookies, as a browser keeps them; it follows no redirects. */
export class Browser {
  private readonly jar = new Map<string, string>();

  constructor(private readonly address: string) {}

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.address), {
      ...init,
      redirect: "manual",
      headers: { origin: this.address, cookie: this.cookie, ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const split = pair.indexOf("=");
      this.jar.set(pair.slice(0, split), pair.slice(split + 1));
    }
    return response;
  }

  /** Logs in through the same form as a person. */
  async logIn(username: string, password: string): Promise<void> {
    const { csrfToken } = (await (await this.request("/api/auth/csrf")).json()) as { csrfToken: string };
    const form = new URLSearchParams({ username, password, csrfToken, callbackUrl: "/" });
    const answer = await this.request("/api/auth/callback/credentials", { method: "POST", body: form });
    if ((answer.headers.get("location") ?? "").includes("error")) throw new Error(`log-in of ${username} was refused`);
  }

  async page(path: string): Promise<string> {
    const response = await this.request(path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  }
}

/** Gzipped kilobytes of the scripts a page asks for, those for old browsers left out. */
export async function scriptWeight(browser: Browser, html: string): Promise<number> {
  const tags = html.match(/<script[^>]*\ssrc="[^"]+"[^>]*>/g) ?? [];
  const sources = tags.filter((tag) => !/nomodule/i.test(tag)).map((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1] ?? "");
  const sizes = await Promise.all(
    [...new Set(sources)].map(
      async (source) => gzipSync(Buffer.from(await (await browser.request(source)).arrayBuffer())).length,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
