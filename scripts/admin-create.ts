// `npm run admin:create -- <登录名> <姓名>`: the first administrator, with a secret that is shown once.
import { createInterface } from "node:readline/promises";
import { OperatorError } from "@/lib/errors";
import { runCommand } from "@/scripts/command";
import { withDatabase } from "@/scripts/database";

await runCommand(async () => {
  const [username, name] = await namesOf(process.argv.slice(2));
  await withDatabase(async () => {
    const { createFirstAdministrator } = await import("@/lib/accounts/commands/create-first-administrator");
    const made = await createFirstAdministrator({ username, name });
    console.log(
      `已创建系统管理员 ${made.username}。\n一次性密码（只显示这一次，首次登录后必须修改）：\n\n  ${made.secret}\n`,
    );
  });
});

/** From the command line, else asked at the terminal. */
async function namesOf([username, ...rest]: string[]): Promise<[string, string]> {
  const name = rest.join(" ");
  if (username && name) return [username, name];
  if (!process.stdin.isTTY) throw new OperatorError("用法：npm run admin:create -- <登录名> <姓名>");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return [username || (await terminal.question("登录名：")), name || (await terminal.question("姓名："))];
  } finally {
    terminal.close();
  }
}
