import { type ChildProcess, spawn } from "node:child_process";

const running = new Set<ChildProcess>();

/** Runs a step in a process of its own and keeps what it wrote, to be shown only when it fails. */
export function runChild(
  args: string[],
  env: Partial<NodeJS.ProcessEnv> = {},
): Promise<{ succeeded: boolean; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_OPTIONS: "", ...env },
    });
    running.add(child);
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-20_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      resolve({ succeeded: code === 0, output: output.trim() });
    });
  });
}

/** Ends the steps still at work, when the start is called off. */
export function stopChildren(): void {
  for (const child of running) child.kill("SIGTERM");
}

/** How Node runs one of the project's TypeScript commands. */
export function scriptArguments(script: string): string[] {
  return ["--conditions=react-server", "--import", "tsx", script];
}
