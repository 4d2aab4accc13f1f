import { existsSync } from "node:fs";
import { DomainError, OperatorError } from "@/lib/errors";
import { maskText } from "@/lib/log";

/** Runs a command-line program: reads `.env`, checks the Node version, and says in plain words why it stopped. */
export async function runCommand(run: () => Promise<void>): Promise<void> {
  try {
    refuseOldNode();
    if (existsSync(".env")) process.loadEnvFile(".env");
    await run();
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}

/** Says why a command stopped: plain words for what the operator can mend, the stack only for a bug. */
export function reportFailure(error: unknown): void {
  console.error(`\n${explain(error)}`);
}

function refuseOldNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  throw new OperatorError(
    `Node.js ${process.versions.node} 太旧，需要 22.18 或更高（建议 24）。请先运行 npm ci，再用 npm run 启动。`,
  );
}

function explain(error: unknown): string {
  if (error instanceof OperatorError || error instanceof DomainError) return error.message;
  const known = error instanceof Error ? explainSystemError(error) : null;
  if (known) return known;
  return `程序出错：${maskText(error instanceof Error ? (error.stack ?? error.message) : String(error))}`;
}

/** What the operating system refuses, in plain words; null when it is something else. */
function explainSystemError(error: Error): string | null {
  const { code, path = "", syscall } = error as NodeJS.ErrnoException;
  const where = path ? ` ${path}` : "";
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return `磁盘空间不足，无法写入${where}。请清出空间，或用 DATA_DIR 另选文件夹。`;
    case "EROFS":
      return `磁盘是只读的，无法写入${where}。请用 DATA_DIR 指定可以写入的文件夹。`;
    case "EACCES":
    case "EPERM":
      return `没有权限使用${where}。请检查文件夹的所有者，或用 DATA_DIR 指定可以写入的文件夹。`;
    case "ENOTDIR":
    case "EEXIST":
      return `${path || "DATA_DIR"} 不是文件夹。请用 DATA_DIR 另选文件夹。`;
    case "ENOENT":
      // What Node says of a folder it cannot make on a read-only disk.
      return syscall === "mkdir"
        ? `无法建立文件夹${where}：上级文件夹是只读的或不可用。请用 DATA_DIR 另选文件夹。`
        : null;
    case "EMFILE":
    case "ENFILE":
      return "打开的文件太多。请调大系统的文件数上限（ulimit -n）。";
    default:
      return /unable to open database file|readonly database|disk is full/.test(error.message)
        ? "数据文件夹无法写入：没有权限、磁盘只读或已满。请检查，或用 DATA_DIR 另选文件夹。"
        : null;
  }
}
