import { fileLimits } from "@/lib/files/limits";

/** Signs that no name needs: control signs, direction marks that make `exe.fdp` read `pdf.exe`, and invisible ones. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const forbidden = /[<>:"|?*]/g;

/** The part of a name after its last point, in small letters; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** The name a file is kept and given out under: without its folders, odd signs and excessive length. */
export function tidyFileName(sent: string): string {
  const bare = sent.toWellFormed().normalize("NFC").replaceAll(invisible, "").split(/[/\\]/).at(-1) ?? "";
  const clean = bare.replaceAll(forbidden, "_").replace(/^[.\s]+|[.\s]+$/g, "");
  const extension = extensionOf(clean);
  const stem = extension ? clean.slice(0, -extension.length - 1).trim() : clean;
  const room = fileLimits.nameLength - extension.length - 1;
  const short = [...(stem || "附件")].slice(0, room).join("");
  return extension ? `${short}.${extension}` : short;
}
