import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's smallest argon2id setting: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let dummy: Promise<string> | undefined;

/** Hashes a password for keeping. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Compares a password with its hash; without a hash it takes as long and answers false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await dummy), password);
  return passwordHash !== null && matches;
}

/** One spelling of a log-in name: NFKC, no spaces around, lower case. */
export function normaliseUsername(username: string): string {
  return username.normalize("NFKC").trim().toLowerCase();
}

/** Pieces that stand in every list of leaked passwords, here and abroad. */
const commonPieces =
  /p[a@]ssw[o0]rd|qwert[yu]?|asdfgh?|zxcvbn?|1qaz(?:2wsx)?|q1w2e3(?:r4)?|admin(?:istrator)?|welcome|iloveyou|woaini|letmein|abc123|0?123456(?:7(?:8(?:90?)?)?)?|(\d)\1{3,}/gi;
/** What is left beside such pieces must still be hard to guess. */
const leastOwn = 6;

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/**
 * What is wrong with a new password, in words, or null (GB/T 22239-2019 8.1.4.1).
 * At least 10 characters (12 for administrators and auditors), three of four kinds, without the person's name in it,
 * and not a well-known password with something hung on.
 */
export function passwordFault(
  password: string,
  person: { username: string; name: string; isOfficer: boolean },
): string | null {
  const least = person.isOfficer ? 12 : 10;
  if ([...password].length < least) return `密码至少 ${least} 个字符，可以用一句话。`;
  if (password.length > 200) return "密码最多 200 个字符。";
  if (classes.filter((kind) => kind.test(password)).length < 3)
    return "密码须含大写字母、小写字母、数字、其他字符（含汉字）中的至少三种。";
  const lower = password.toLowerCase();
  if (lower.includes(person.username.toLowerCase()) || lower.includes(person.name.toLowerCase()))
    return "密码不能包含登录名或姓名。";
  if (password.replace(commonPieces, "").length < leastOwn)
    return "密码与常见密码太接近，容易被猜中。请换一句自己记得住的话。";
  return null;
}
